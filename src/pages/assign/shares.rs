//! What comes to each person: how even the books are.

use leptos::prelude::*;

use super::Desk;
use crate::present::assign::AssignShare;
use crate::present::format;
use crate::ui::{Column, Meter, Table};

/// The people who take part, with what their open leads will bring in.
#[component]
pub(super) fn Shares(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("person", lang.assign_person()),
            Column::figure("more", lang.assign_more()),
            Column::figure("room", lang.assign_room()),
            Column::figure("book", lang.assign_book()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let row = move |AssignShare { name, more, room, book, share }: AssignShare| {
        let label = [name.as_str(), &book].join(" ");
        view! {
            <tr data-testid="assign-share">
                <th scope="row">{name}</th>
                <td class="figures">{format::count(lang.get(), more)}</td>
                <td class="figures">{room}</td>
                <td class="figures">{book} <Meter label share=Signal::derive(move || share) /></td>
            </tr>
        }
    };
    view! {
        <section class="section assign__shares" data-testid="assign-shares">
            <Table caption=move || lang.get().assign_books() columns>
                {move || view.get().shares.into_iter().map(row).collect_view()}
            </Table>
        </section>
    }
}
