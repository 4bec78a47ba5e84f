//! What everybody has by now: how even the books are, live.

use leptos::prelude::*;

use super::Desk;
use crate::domain::id::PersonId;
use crate::present::draft::ShareRow;
use crate::ui::{Column, Meter, Table, Tone};

/// The people who take part, with what their open leads bring in and what they picked.
#[component]
pub(super) fn Shares(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("person", lang.assign_person()),
            Column::figure("picked", lang.draft_picked()),
            Column::figure("room", lang.draft_room()),
            Column::figure("book", lang.draft_book()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let ids = Memo::new(move |_| view.read().shares.iter().map(|it| it.id).collect::<Vec<_>>());
    view! {
        <section class="section assign__shares draft__shares" data-testid="draft-shares">
            <p data-testid="draft-even">{move || view.read().even.clone()}</p>
            <Show when=move || view.read().is_afresh>
                <p class="section__note">{move || lang.get().draft_afresh()}</p>
            </Show>
            <Table caption=move || lang.get().draft_books() columns>
                <For each=move || ids.get() key=|id| *id children=move |id| view! { <Share desk id /> } />
            </Table>
            <p class="section__note">{move || lang.get().draft_fair_how()}</p>
        </section>
    }
}

#[component]
fn Share(desk: Desk, id: PersonId) -> impl IntoView {
    let row = Memo::new(move |_| desk.view.read().shares.iter().find(|it| it.id == id).cloned());
    let part = move |read: fn(&ShareRow) -> &String| {
        row.with(|it| it.as_ref().map(|it| read(it).clone()).unwrap_or_default())
    };
    let is_on_turn = move || row.with(|it| it.as_ref().is_some_and(|it| it.is_on_turn));
    let label =
        move || [part(|it| &it.name), part(|it| &it.book), part(|it| &it.of_share)].join(" ");
    let share = move || row.with(|it| it.as_ref().map_or(0.0, |it| it.share));
    let fair = move || row.with(|it| it.as_ref().map_or(0.0, |it| it.fair));
    let tone = move || if is_on_turn() { Tone::Accent } else { Tone::Plain };
    view! {
        <tr aria-current=move || is_on_turn().then_some("true") data-testid="draft-share">
            <th scope="row">{move || part(|it| &it.name)}</th>
            <td class="figures">{move || part(|it| &it.picked)}</td>
            <td class="figures">{move || part(|it| &it.room)}</td>
            <td class="figures draft__book">
                {move || part(|it| &it.book)}
                <Meter
                    label=Signal::derive(label)
                    share=Signal::derive(share)
                    mark=Signal::derive(fair)
                    tone=Signal::derive(tone)
                />
                <span class="assign__note">{move || part(|it| &it.of_share)}</span>
            </td>
        </tr>
    }
}
