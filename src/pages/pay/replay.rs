//! A plan over the past.

use leptos::prelude::*;

use super::{Desk, WayBack};
use crate::domain::calendar::Period;
use crate::domain::id::PayPlanId;
use crate::present::format;
use crate::present::pay::TABLES;
use crate::present::pay::replay::{ReplayRow, ReplayView, Working, replay_ends};
use crate::runtime::platform::after_paint;
use crate::runtime::platform::clock::Turn;
use crate::ui::{Button, Choice, Column, Icon, Notice, Progress, SelectField, Table, Tone};

/// A replay that is worked out piece by piece.
#[derive(Clone, Copy)]
struct Run {
    /// What was found; what was found before while it is worked out anew, nothing at first.
    view: Memo<Option<ReplayView>>,
    /// How far it is; none while nothing is worked out.
    share: RwSignal<Option<f64>>,
    /// Whether somebody has stopped it.
    stopped: RwSignal<bool>,
    /// How often it was begun again by hand.
    begun: RwSignal<u32>,
    /// The period that it is to end with; none means the last in which something was won.
    until: RwSignal<Option<Period>>,
}

impl Run {
    fn begin(desk: Desk, id: PayPlanId) -> Run {
        let Desk { app, lang } = desk;
        let (share, stopped) = (RwSignal::new(None::<f64>), RwSignal::new(false));
        let (begun, until) = (RwSignal::new(0), RwSignal::new(None));
        let found = LocalResource::new(move || {
            app.track(&TABLES);
            begun.track();
            let asked = (lang.get(), (app.today().get(), until.get()));
            async move {
                after_paint().await;
                let (lang, asked) = asked;
                let mut turn = Turn::begin();
                let mut working = app.peek(|it| Working::begin(it, lang, id, asked))?;
                while !app.peek(|it| working.advance(it)) {
                    // Whoever has left the page has stopped it as well.
                    if stopped.try_get_untracked().unwrap_or(true) {
                        return None;
                    }
                    share.try_set(Some(working.share()));
                    turn.give_way().await;
                }
                share.try_set(None);
                Some(app.peek(|it| working.finish(it)))
            }
        });
        let view = Memo::new(move |before: Option<&Option<ReplayView>>| {
            found.get().flatten().or_else(|| before.cloned().flatten())
        });
        Run { view, share, stopped, begun, until }
    }
}

/// How far the replay is, and the ways to stop it and to begin it again.
#[component]
fn OnItsWay(desk: Desk, run: Run) -> impl IntoView {
    let lang = desk.lang;
    let Run { share, stopped, begun, .. } = run;
    let is_working = Memo::new(move |_| share.get().is_some());
    let stop = move || {
        stopped.set(true);
        share.set(None);
    };
    let again = move || {
        stopped.set(false);
        begun.update(|it| *it += 1);
    };
    view! {
        <Show when=move || is_working.get()>
            <div data-testid="replay-working">
                <Progress
                    label=move || lang.get().replay_working()
                    share=Signal::derive(move || share.get().unwrap_or(0.0))
                    on_cancel=stop
                />
            </div>
        </Show>
        <Show when=move || stopped.get()>
            <Notice tone=Tone::Plain words=move || lang.get().replay_stopped() />
            <div class="actions actions--start">
                <Button
                    icon=Icon::Refresh
                    label=move || lang.get().pay_replay()
                    on_press=again
                    attr:data-testid="replay-again"
                />
            </div>
        </Show>
    }
}

/// Which year is replayed.
#[component]
fn Until(desk: Desk, id: PayPlanId, run: Run) -> impl IntoView {
    let Desk { app, lang } = desk;
    let ends = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&TABLES, |it| replay_ends(it, id, today))
    });
    let choices = Signal::derive(move || {
        let lang = lang.get();
        let choice = |it: &Period| Choice::new(it.to_string(), format::period(lang, *it));
        ends.read().all.iter().map(choice).collect::<Vec<_>>()
    });
    let shown = move || run.until.get().or(ends.read().usual);
    let value = Signal::derive(move || shown().map(|it| it.to_string()).unwrap_or_default());
    let choose = move |it: String| {
        run.stopped.set(false);
        run.until.set(it.parse().ok());
    };
    view! {
        <Show when=move || 1 < ends.read().all.len()>
            <div class="pay__until">
                <SelectField
                    label=move || lang.get().replay_until()
                    choices
                    value
                    on_change=choose
                    attr:data-testid="replay-until"
                />
            </div>
        </Show>
    }
}

/// Who would have gained and who lost.
#[component]
pub(super) fn Replay(desk: Desk, id: PayPlanId) -> impl IntoView {
    let lang = desk.lang;
    let run = Run::begin(desk, id);
    let view = run.view;
    let part = move |get: fn(&ReplayView) -> String| move || view.read().as_ref().map(get);
    let error = move || view.get().and_then(|it| it.error);
    let left_out = move || view.get().map(|it| it.left_out).filter(|it| !it.is_empty());
    let nothing = move || view.get().map(|it| it.nothing_won).filter(|it| !it.is_empty());
    let alone = move || view.get().map(|it| it.alone).filter(|it| !it.is_empty());
    let compared = move || view.get().map(|it| it.compared).filter(|it| !it.is_empty());
    let other = move || view.get().map(|it| it.not_compared).filter(|it| !it.is_empty());
    let cliffs = move || view.get().map(|it| it.cliffs).unwrap_or_default();
    let near = move || view.get().map(|it| it.near).filter(|it| !it.is_empty());
    let has_cliffs = Memo::new(move |_| !cliffs().is_empty() || near().is_some());
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
            <Until desk id run />
            <OnItsWay desk run />
            <section class="headline">
                <p class="headline__note">{part(|it| it.title.clone())}</p>
                <p class="headline__sentence" data-testid="replay-sentence">{part(|it| it.sentence.clone())}</p>
                <p class="section__note">{part(|it| it.span.clone())} " " {part(|it| it.sensitivity.clone())}</p>
            </section>
            {move || error().map(|it| view! { <Notice tone=Tone::Warn words=it /> })}
            <div role="status" data-testid="replay-nothing-won">
                {move || nothing().map(|it| view! { <Notice tone=Tone::Plain words=it /> })}
            </div>
            {move || compared().map(|it| view! { <p class="section__note" data-testid="replay-closed">{it}</p> })}
            {move || alone().map(|it| view! { <Notice tone=Tone::Plain words=it /> })}
            {move || left_out().map(|it| view! { <Notice tone=Tone::Warn words=it /> })}
            {move || other().map(|it| view! { <Notice tone=Tone::Warn words=it /> })}
            <Show when=move || has_cliffs.get()>
                <section class="section" data-testid="replay-cliffs">
                    <h2 class="section__title">{move || lang.get().pay_check()}</h2>
                    {move || near().map(|it| view! { <p class="prose" data-testid="replay-near">{it}</p> })}
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
