//! What comes to each person: the books before and after, and how even they are.

use leptos::prelude::*;

use super::Desk;
use crate::domain::id::PersonId;
use crate::i18n::Lang;
use crate::present::assign_books::AssignShare;
use crate::ui::{Column, Meter, RowName, Table, bool_word};

/// The people who take part, with what their open leads will bring in.
#[component]
pub(super) fn Shares(desk: Desk) -> impl IntoView {
    let Desk { lang, view, whose, .. } = desk;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("person", lang.assign_person()),
            Column::figure("leads", lang.assign_leads()),
            Column::figure("before", lang.assign_before()),
            Column::figure("after", lang.assign_after()),
            Column::figure("change", lang.assign_change()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let even = move || view.read().books.even.clone();
    view! {
        <section class="section assign__shares" data-testid="assign-shares">
            <p class="assign__even" data-testid="assign-even">{even}</p>
            <Table caption=move || lang.get().assign_books() columns>
                {move || view.get().books.shares.into_iter().map(|it| row(lang, whose, it)).collect_view()}
            </Table>
        </section>
    }
}

/// The bar is what the person would have; the mark in it is what the person has now, if that is
/// something else.
fn row(lang: Signal<Lang>, whose: RwSignal<Option<PersonId>>, share: AssignShare) -> impl IntoView {
    let AssignShare { id, name, note, leads, before, after, change, share_before, share_after } =
        share;
    let only = {
        let name = name.clone();
        move || lang.get().assign_only(&name)
    };
    let label = [name.as_str(), &before, "→", &after].join(" ");
    let share = Signal::derive(move || share_after);
    let meter = match share_before {
        Some(mark) => {
            let mark = Signal::derive(move || mark);
            view! { <Meter label share mark /> }.into_any()
        }
        None => view! { <Meter label share /> }.into_any(),
    };
    view! {
        <tr data-testid="assign-share">
            <th scope="row">
                <RowName
                    attr:aria-pressed=move || bool_word(whose.get() == Some(id))
                    attr:aria-label=only
                    on_press=Callback::new(move |()| {
                        whose.update(|it| *it = (*it != Some(id)).then_some(id));
                    })
                >
                    {name}
                </RowName>
                <span class="assign__note">{note}</span>
            </th>
            <td class="figures">{leads}</td>
            <td class="figures">{before}</td>
            <td class="figures">{after} {meter}</td>
            <td class="figures">{change}</td>
        </tr>
    }
}
