//! What the goals are for: objectives, the goals that hang on each, and those that hang on nothing.

mod sheet;

use leptos::prelude::*;

use crate::domain::calendar::Period;
use crate::domain::command::Command;
use crate::domain::goal::Bearer;
use crate::domain::id::ObjectiveId;
use crate::i18n::Lang;
use crate::pages::common::CertificateDialog;
use crate::present::format;
use crate::present::goals::GoalsView;
use crate::present::goals::certificate::{Figure as GoalFigure, certificate};
use crate::present::goals::words::Standing;
use crate::present::objectives::{GoalLine, ObjectiveCard, ObjectivesView, TABLES};
use crate::runtime::app::{App, use_app};
use crate::ui::{
    Button, ButtonKind, Choice, EmptyPicture, EmptyState, Figure, Icon, IconButton, Meter,
    SelectField, Tone,
};
use sheet::ObjectiveSheet;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    view: Memo<ObjectivesView>,
    /// The objective in the sheet, which may be new.
    chosen: RwSignal<Option<ObjectiveId>>,
    /// The goal whose share is being explained, and of which period.
    explained: RwSignal<Option<(Bearer, Period)>>,
}

/// Objectives and their goals.
#[component]
pub fn ObjectivesPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let view = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&TABLES, |it| ObjectivesView::new(it, lang.get(), today))
    });
    let desk =
        Desk { app, lang, view, chosen: RwSignal::new(None), explained: RwSignal::new(None) };
    let card = move |card: ObjectiveCard| view! { <Objective desk card /> };
    let lead = move || {
        let (hung, all) = view.read().counts;
        let count = |n: usize| format::count(lang.get(), n as u64);
        (all != 0).then(|| lang.get().objectives_lead(&count(hung), &count(all)))
    };
    let empty = move || {
        let sentence = move || lang.get().objectives_empty();
        view! { <EmptyState picture=EmptyPicture::Table sentence /> }
    };
    view! {
        <div class="two-pane" data-testid="objectives-page">
            <div class="two-pane__main">
                <div class="content">
                    <div class="toolbar">
                        <p class="section__title" data-testid="objectives-lead">{lead}</p>
                        <span class="toolbar__rest">
                            <Button
                                kind=ButtonKind::Primary
                                icon=Icon::Plus
                                label=move || lang.get().objectives_add()
                                on_press=move || desk.chosen.set(Some(app.draw_id().into()))
                                attr:data-testid="objectives-add"
                            />
                        </span>
                    </div>
                    <Show when=move || !view.read().objectives.is_empty() fallback=empty>
                        {move || view.read().objectives.clone().into_iter().map(card).collect_view()}
                    </Show>
                    <HangingOnNothing desk />
                </div>
            </div>
            <ObjectiveSheet desk />
            <Explained desk />
        </div>
    }
}

/// How the share of a goal that was tapped was computed.
#[component]
fn Explained(desk: Desk) -> impl IntoView {
    let Desk { app, lang, explained, .. } = desk;
    let paper = Memo::new(move |_| {
        let ((bearer, period), today) = (explained.get()?, app.today().get());
        app.view(&TABLES, |it| {
            let goals = GoalsView::new(it, period, today)?;
            certificate(it, lang.get(), &goals, bearer, GoalFigure::Attainment)
        })
    });
    view! {
        <CertificateDialog
            paper
            others=Memo::new(|_| Vec::new())
            on_close=move |()| explained.set(None)
        />
    }
}

/// What is reached of a goal, which opens how it was computed; without an amount that it has none.
fn reached(desk: Desk, line: &GoalLine) -> AnyView {
    let (of, value, label) = ((line.bearer, line.period), line.reached.clone(), line.name.clone());
    match line.meter {
        Some(_) => {
            let explain = move || desk.explained.set(Some(of));
            view! { <Figure value label on_explain=explain /> }.into_any()
        }
        None => value.into_any(),
    }
}

#[component]
fn Objective(desk: Desk, card: ObjectiveCard) -> impl IntoView {
    let Desk { lang, chosen, .. } = desk;
    let ObjectiveCard { id, name, facts, why, measure, goals } = card;
    let edit = lang.get().objective_edit(&name);
    let measured = (!measure.is_empty()).then(|| lang.get().objective_measured(&measure));
    let none = goals.is_empty().then(|| lang.get().objective_no_goals());
    view! {
        <section class="section" data-testid="objective">
            <div class="section__head">
                <h2 class="section__title">{name}</h2>
                <IconButton
                    icon=Icon::Edit
                    label=edit
                    on_press=move |()| chosen.set(Some(id))
                    attr:data-testid="objective-edit"
                />
            </div>
            <p class="section__note">{facts}</p>
            <p class="prose" hidden=why.is_empty()>{why.clone()}</p>
            {measured.map(|it| view! { <p class="section__note">{it}</p> })}
            {none.map(|it| view! { <p class="section__note">{it}</p> })}
            <ul class="list">
                {goals.into_iter().map(|line| view! { <li><Goal desk line /></li> }).collect_view()}
            </ul>
        </section>
    }
}

/// A goal that hangs on an objective.
#[component]
fn Goal(desk: Desk, line: GoalLine) -> impl IntoView {
    let lang = desk.lang.get();
    let below =
        (line.below != 0).then(|| lang.objective_below(&format::count(lang, line.below as u64)));
    let figure = reached(desk, &line);
    let meter = line.meter.map(|it| {
        let (label, mark, tone) =
            (lang.goals_attained(&it.text), Signal::stored(it.mark), tone(it.standing));
        view! { <Meter label share=it.share mark tone /> }
    });
    view! {
        <div class="list__row objectives__goal" data-testid="objective-goal">
            <span class="list__main">
                <span class="list__name">{line.name}</span>
                <span class="list__note">{below}</span>
            </span>
            <span class="objectives__reached">
                <span class="list__figure">{figure}</span>
                {meter}
            </span>
        </div>
    }
}

/// The colour of a standing; the figures beside it say the same.
fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::Reached | Standing::OnPace => Tone::Good,
        Standing::Behind => Tone::Warn,
        Standing::Missed => Tone::Bad,
        Standing::Ahead => Tone::Plain,
    }
}

/// Goals that nobody has said a reason for, each with a choice of one.
#[component]
fn HangingOnNothing(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let words = move || {
        let (lang, view) = (lang.get(), view.read());
        match (view.hanging.is_empty(), view.counts.1) {
            (_, 0) => lang.objectives_no_goals(),
            (true, _) => lang.objectives_all_hang(),
            (false, _) => lang.objectives_hanging_note(),
        }
    };
    let row = move |line: GoalLine| view! { <HangingGoal desk line /> };
    view! {
        <section class="section" data-testid="objectives-hanging">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().objectives_hanging()}</h2>
            </div>
            <p class="section__note">{words}</p>
            <ul class="list">{move || view.read().hanging.clone().into_iter().map(row).collect_view()}</ul>
        </section>
    }
}

#[component]
fn HangingGoal(desk: Desk, line: GoalLine) -> impl IntoView {
    let Desk { app, lang, view, .. } = desk;
    let figure = reached(desk, &line);
    let GoalLine { bearer, period, name, below, .. } = line;
    let note = lang.get().objective_below(&format::count(lang.get(), below as u64));
    let choices = move || {
        let none = Choice::new("", lang.get().objective_on_nothing());
        let all = view
            .read()
            .objectives
            .iter()
            .map(|it| Choice::new(it.id.to_string(), &it.name))
            .collect::<Vec<_>>();
        std::iter::once(none).chain(all).collect::<Vec<_>>()
    };
    let hang = move |id: String| {
        if let Ok(id) = id.parse() {
            app.act(Command::HangGoal(bearer, period, Some(id)));
        }
    };
    view! {
        <li class="list__row objectives__goal" data-testid="hanging-goal">
            <span class="list__main">
                <span class="list__name">{name}</span>
                <span class="list__note" data-tone=Tone::Warn.as_str()>{figure}</span>
                <span class="list__note" hidden={below == 0}>{note}</span>
            </span>
            <SelectField
                label=move || lang.get().objective_hang_on()
                choices=Signal::derive(choices)
                value=""
                on_change=hang
            />
        </li>
    }
}
