//! What would be if: deals are brought to other stages on a branch, with what that comes to; kept
//! as one step or dropped.

use leptos::prelude::*;

use super::rewind::Desk;
use super::trial::Since;
use crate::domain::id::{LeadId, StageId};
use crate::domain::what_if::Tried;
use crate::present::format;
use crate::present::meeting::rewound::{DealLine, Effect, REWIND_TABLES, deals, effects};
use crate::runtime::refusal::Refusal;
use crate::ui::{
    Badge, Button, ButtonKind, Choice, Column, Icon, SelectField, Table as Grid, Tone,
};

/// The branch, what it comes to, and its deals.
#[component]
pub(super) fn WhatIf(desk: Desk) -> impl IntoView {
    let Desk { app, lang, branch, .. } = desk;
    let refusal = RwSignal::new(None::<Refusal>);
    let settle = move |done: Result<(), Refusal>| refusal.set(done.err());
    let try_out = move |id: LeadId, stage: StageId| {
        settle(branch.try_out(Tried { lead: id, stage }));
    };
    let found = Memo::new(move |_| {
        let (lang, today) = (lang.get(), app.today().get());
        app.track(&REWIND_TABLES);
        branch.view(|it| app.peek(|now| deals(now, it, lang, today)))
    });
    let row = move |line: DealLine| {
        let DealLine { id, title, note, stage, stages, is_tried } = line;
        let choices: Vec<Choice> =
            stages.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect();
        let tried = is_tried.then(|| {
            let label = move || lang.get().branch_tried();
            view! { <Badge label tone=Tone::Accent icon=Icon::Edit /> }
        });
        let label = title.clone();
        view! {
            <li class="list__row branch__row" data-testid="branch-row" data-tried=is_tried.then_some("true")>
                <span class="list__main">
                    <span class="list__name">{title}</span>
                    <span class="list__note">{note} " " {tried}</span>
                </span>
                <span class="branch__stage">
                    <SelectField
                        label=lang.get().branch_stage(&label)
                        choices=Signal::stored(choices)
                        value=stage.map(|it| it.to_string()).unwrap_or_default()
                        on_change=move |it: String| it.parse().into_iter().for_each(|it| try_out(id, it))
                    />
                </span>
            </li>
        }
    };
    view! {
        <Comes desk settle />
        <crate::pages::common::Refused name="branch-refused" refusal />
        <section class="section">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().branch_deals()}</h2>
            </div>
            <ul class="list">
                <For
                    each=move || found.get()
                    key=|line| format!("{line:?}")
                    children=row
                />
            </ul>
        </section>
    }
}

/// What the branch comes to, and the two ways to end it.
#[component]
fn Comes(desk: Desk, #[prop(into)] settle: Callback<Result<(), Refusal>>) -> impl IntoView {
    let Desk { app, lang, branch, .. } = desk;
    let found = Memo::new(move |_| {
        let (lang, today) = (lang.get(), app.today().get());
        app.track(&REWIND_TABLES);
        branch.view(|it| app.peek(|now| effects(now, it, lang, today)))
    });
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("what", lang.branch_what()),
            Column::figure("now", lang.branch_now()),
            Column::figure("if", lang.branch_then()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let row = |(name, before, after): Effect| {
        let changed = (before != after).then_some("true");
        view! {
            <tr data-testid="branch-effect" data-changed=changed>
                <th scope="row">{name}</th>
                <td class="figures">{before}</td>
                <td class="figures branch__after">{after}</td>
            </tr>
        }
    };
    let steps = Memo::new(move |_| {
        app.track(&REWIND_TABLES);
        branch.steps()
    });
    let keep_label = Signal::derive(move || {
        lang.get().branch_keep(&format::count(lang.get(), steps.get() as u64))
    });
    view! {
        <section class="section" data-testid="branch">
            <p class="section__note prose">{move || lang.get().branch_note()}</p>
            <Since branch />
            <Grid caption=move || lang.get().branch_title() columns>
                {move || found.get().into_iter().map(row).collect_view()}
            </Grid>
            <div class="actions actions--start">
                <Button
                    kind=ButtonKind::Primary
                    icon=Icon::Check
                    label=keep_label
                    disabled=Signal::derive(move || steps.get() == 0)
                    on_press=move || settle.run(branch.keep())
                    attr:data-testid="branch-keep"
                />
                <Button
                    icon=Icon::Close
                    label=move || lang.get().branch_discard()
                    disabled=Signal::derive(move || branch.begun().is_none())
                    on_press=move || branch.discard()
                    attr:data-testid="branch-discard"
                />
            </div>
        </section>
    }
}
