//! A plan over the past.

use leptos::prelude::*;

use super::{Desk, WayBack};
use crate::domain::id::PayPlanId;
use crate::present::pay::TABLES;
use crate::present::pay::replay::{ReplayRow, ReplayView};
use crate::ui::{Column, Notice, Table, Tone};

/// Who would have gained and who lost.
#[component]
pub(super) fn Replay(desk: Desk, id: PayPlanId) -> impl IntoView {
    let Desk { app, lang } = desk;
    let view = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&TABLES, |it| ReplayView::new(it, lang.get(), id, today))
    });
    let part = move |get: fn(&ReplayView) -> String| move || view.read().as_ref().map(get);
    let error = move || view.get().and_then(|it| it.error);
    let left_out = move || view.get().map(|it| it.left_out).filter(|it| !it.is_empty());
    let other = move || view.get().map(|it| it.not_compared).filter(|it| !it.is_empty());
    let cliffs = move || view.get().map(|it| it.cliffs).unwrap_or_default();
    let has_cliffs = Memo::new(move |_| !cliffs().is_empty());
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("person", lang.pay_person()),
            Column::figure("now", lang.replay_now()),
            Column::figure("then", lang.replay_then()),
            Column::figure("change", lang.replay_change()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let row = |row: ReplayRow| {
        view! {
            <tr data-testid="replay-row">
                <th scope="row">{row.name}</th>
                <td class="figures">{row.now}</td>
                <td class="figures">{row.then}</td>
                <td class="figures pay__change" data-sign=if row.part < 0.0 { "less" } else { "more" }>{row.change}</td>
            </tr>
        }
    };
    let rows = move || view.get().map(|it| it.rows).unwrap_or_default();
    let has = Memo::new(move |_| !rows().is_empty());
    let caption = move || view.get().map(|it| it.title).unwrap_or_default();
    view! {
        <div class="content" data-testid="pay-replay-page">
            <WayBack desk />
            <section class="headline">
                <p class="headline__note">{part(|it| it.title.clone())}</p>
                <p class="headline__sentence" data-testid="replay-sentence">{part(|it| it.sentence.clone())}</p>
                <p class="section__note">{part(|it| it.span.clone())} " " {part(|it| it.sensitivity.clone())}</p>
            </section>
            {move || error().map(|it| view! { <Notice tone=Tone::Warn words=it /> })}
            {move || left_out().map(|it| view! { <Notice tone=Tone::Warn words=it /> })}
            {move || other().map(|it| view! { <Notice tone=Tone::Warn words=it /> })}
            <Show when=move || has_cliffs.get()>
                <section class="section" data-testid="replay-cliffs">
                    <h2 class="section__title">{move || lang.get().pay_check()}</h2>
                    <ol class="pay__findings">
                        {move || cliffs().into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}
                    </ol>
                </section>
            </Show>
            <Show when=move || has.get()>
                <Table caption columns>{move || rows().into_iter().map(row).collect_view()}</Table>
            </Show>
        </div>
    }
}
