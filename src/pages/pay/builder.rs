//! The builder: fields at the left, what they mean at the right.

use leptos::html;
use leptos::prelude::*;

use super::check::{Check, Meaning, Verdict};
use super::fields::{Filling, FormSection};
use super::twice::{Gaps, PaidTwice, PartPeriods};
use super::{Desk, WayBack};
use crate::domain::calendar::Day;
use crate::domain::command::Command;
use crate::domain::commission::kept::{PayDeed, PayPlan};
use crate::domain::id::{PayPlanId, PersonId};
use crate::domain::workspace::Table;
use crate::pages::common::Refused;
use crate::present::format;
use crate::present::pay::address::PayAddress;
use crate::present::pay::builder::{
    BuilderView, Edit, Piece, PieceView, PlanDraft, draft, edited, read, shared_alike,
};
use crate::present::pay::findings::usual;
use crate::present::pay::overlap::publishing;
use crate::present::pay::version::{next_open, offers_version};
use crate::present::team::person_choices;
use crate::runtime::refusal::Refusal;
use crate::runtime::route::Route;
use crate::ui::{
    Button, ButtonKind, CheckField, DateField, Form, Icon, MenuButton, MenuItem, MenuItemState,
    TextField, arrive_at,
};

/// A plan as it is written now.
pub(super) type Draft = RwSignal<PlanDraft>;

/// The plan is edited as a draft and becomes a record when it is saved.
#[component]
pub(super) fn Builder(desk: Desk, id: PayPlanId) -> impl IntoView {
    let Desk { app, lang } = desk;
    let form = Form::<PlanDraft, Refusal>::closed();
    let today = app.today().get_untracked();
    form.show(app.peek(|it| draft(it, lang.get_untracked(), id, today)));
    let fields = form.draft;
    let names = Memo::new(move |_| app.view(&[Table::People], |board| fields.read().names(board)));
    let view =
        Memo::new(move |_| BuilderView::new(lang.get(), &fields.read().plan.plan, &names.read()));
    let edit = Callback::new(move |edit: Edit| {
        fields.update(|it| {
            let plan = read(lang.get_untracked(), &it.plan.plan).ok();
            let usual = app.peek(|board| plan.map(|plan| usual(board, &plan)));
            let usual = usual.unwrap_or(crate::domain::commission::check::Usual {
                quota: 10_000_000,
                deal: 1_000_000,
            });
            let plan = edited(&it.plan.plan, &edit, usual);
            it.plan.plan = shared_alike(&plan, &names.read_untracked());
        });
    });
    let filling = Filling { view, edit };
    let sections =
        move || view.read().sections.iter().map(|it| it.path.clone()).collect::<Vec<_>>();
    let (name, set_name) = form.text(|it| &mut it.plan.name);
    let check = Check::new(desk, fields);
    let is_new = app.peek(|it| !it.pay_plans.has(id));
    let title = move || match is_new {
        true => lang.get().pay_new(),
        false => lang.get().pay_plan(),
    };
    let heading = NodeRef::<html::H2>::new();
    arrive_at(heading);
    // What is written is kept as a draft first; a published plan is left as it is.
    let to_quotas = move |route: Route| {
        let is_kept = fields.with_untracked(|it| it.plan.published.is_some());
        if is_kept || keep(desk, id, form, false) {
            app.go(route);
        }
    };
    view! {
        <div class="content" data-testid="pay-builder">
            <WayBack desk />
            <div class="pay__sides">
                <div class="pay__form">
                    <h2 class="section__title" tabindex="-1" node_ref=heading data-testid="pay-title">
                        {title}
                    </h2>
                    <TextField
                        label=move || lang.get().part_name()
                        value=name
                        on_input=set_name
                        attr:data-testid="pay-name"
                    />
                    <For each=sections key=Clone::clone let:path>
                        <FormSection filling path />
                    </For>
                    <AddPiece desk filling />
                    <Whom desk fields />
                    <PartPeriods desk id fields edit />
                    <PaidTwice desk id fields edit />
                    <Gaps desk id fields edit />
                    <Ending desk id form check />
                </div>
                <div class="pay__meaning">
                    <Meaning desk check to_quotas />
                </div>
            </div>
        </div>
    }
}

/// The menu of what a plan can have.
#[component]
fn AddPiece(desk: Desk, filling: Filling) -> impl IntoView {
    let lang = desk.lang;
    let Filling { view, edit } = filling;
    let items = Signal::derive(move || {
        let item = |it: PieceView| {
            let state = match it.is_taken {
                true => MenuItemState::Disabled,
                false => MenuItemState::Ready,
            };
            MenuItem { state, ..MenuItem::new(format!("{:?}", it.piece), it.name) }
        };
        view.read().pieces.iter().cloned().map(item).collect::<Vec<_>>()
    });
    let add = move |name: String| {
        let piece = Piece::ALL.into_iter().find(|it| format!("{it:?}") == name);
        piece.into_iter().for_each(|it| edit.run(Edit::Add(it)));
    };
    view! {
        <span data-testid="pay-add">
            <MenuButton icon=Icon::Plus label=move || lang.get().piece_add() items on_choose=add />
        </span>
    }
}

/// So many people are listed at once.
const FEW: usize = 12;

/// Whom the plan pays.
#[component]
fn Whom(desk: Desk, fields: Draft) -> impl IntoView {
    let Desk { app, lang } = desk;
    let people = Memo::new(move |_| app.view(&[Table::People], person_choices));
    let row = move |(id, name): (PersonId, String)| {
        let tick = move |on: bool| {
            fields.update(|it| {
                it.plan.people.retain(|it| *it != id);
                if on {
                    it.plan.people.push(id);
                }
            });
        };
        let checked = Signal::derive(move || fields.read().plan.people.contains(&id));
        view! { <li><CheckField label=name checked on_change=tick /></li> }
    };
    let count = move |all: usize| format::count(lang.get(), all as u64);
    let chosen = Memo::new(move |_| {
        let (people, fields) = (people.read(), fields.read());
        people.iter().filter(|(id, _)| fields.plan.people.contains(id)).count()
    });
    let all = move || people.read().len();
    let words = move || lang.get().pay_whom_count(&count(chosen.get()), &count(all()));
    // Whoever was deleted since stays on the plan by which they were paid.
    let choose = move |on: bool| {
        fields.update(|it| {
            let people = people.read_untracked();
            it.plan.people.retain(|id| people.iter().all(|(other, _)| other != id));
            if on {
                it.plan.people.extend(people.iter().map(|(id, _)| *id));
            }
        });
    };
    let is_short = people.with_untracked(|it| it.len() <= FEW);
    view! {
        <fieldset class="pay__section" data-testid="pay-whom">
            <legend class="section__title">{move || lang.get().pay_whom()}</legend>
            <div class="actions actions--start">
                <Button
                    label=move || lang.get().pay_whom_all()
                    disabled=Signal::derive(move || chosen.get() == all())
                    on_press=move || choose(true)
                    attr:data-testid="pay-whom-all"
                />
                <Button
                    label=move || lang.get().pay_whom_none()
                    disabled=Signal::derive(move || chosen.get() == 0)
                    on_press=move || choose(false)
                    attr:data-testid="pay-whom-none"
                />
            </div>
            <details class="pay__more" prop:open=is_short>
                <summary data-testid="pay-whom-count">{words}</summary>
                <ul class="pay__people">{move || people.get().into_iter().map(row).collect_view()}</ul>
            </details>
        </fieldset>
    }
}

/// Keeps a plan as it is written, and publishes it where that is asked; whether that was done.
fn keep(desk: Desk, id: PayPlanId, form: Form<PlanDraft, Refusal>, publishes: bool) -> bool {
    let (app, fields) = (desk.app, form.draft);
    let mut plan = fields.get_untracked().plan;
    plan.name = plan.name.trim().to_owned();
    if publishes {
        plan.published = plan.published.or(Some(app.today().get_untracked()));
    }
    let Some(budget) = fields.with_untracked(PlanDraft::budget) else { return false };
    let ends = fields.with_untracked(|it| it.ends.clone());
    let kept = PayPlan { budget, ..plan };
    let deed = match publishes {
        true => app.peek(|it| publishing(it, (id, kept.clone()), &ends)),
        false => PayDeed::SavePlan(id, kept),
    };
    let done = app.act_here(Command::Pay(Box::new(deed)));
    let is_done = done.is_ok();
    if !is_done {
        form.settle(done);
    }
    is_done
}

/// Saving, publishing, deleting.
#[component]
fn Ending(
    desk: Desk,
    id: PayPlanId,
    form: Form<PlanDraft, Refusal>,
    check: Check,
) -> impl IntoView {
    let Desk { app, lang } = desk;
    let fields = form.draft;
    let is_known = move || app.view(&[Table::PayPlans], |it| it.pay_plans.has(id));
    let version_wanted = Memo::new(move |_| {
        app.view(&[Table::PayPlans, Table::PaySlips], |it| offers_version(it, id))
    });
    let is_published = move || fields.read().plan.published.is_some();
    let save = move |publishes: bool| {
        if keep(desk, id, form, publishes) {
            desk.go(PayAddress::Plans);
        }
    };
    let delete = move || match app.act_here(Command::Pay(Box::new(PayDeed::DeletePlan(id)))) {
        Ok(()) => desk.go(PayAddress::Plans),
        refused => form.settle(refused),
    };
    let publish = move || match is_published() {
        true => lang.get().pay_save_published(),
        false => lang.get().pay_publish(),
    };
    let (budget, set_budget) = form.text(|it| &mut it.budget);
    let wrong = Signal::derive(move || {
        let is_wrong = fields.read().budget().is_none();
        is_wrong.then(|| lang.get().goals_not_an_amount().to_owned())
    });
    view! {
        <TextField
            label=move || lang.get().pay_budget_field()
            value=budget
            error=wrong
            on_input=set_budget
            attr:data-testid="pay-budget"
        />
        <Verdict desk check />
        <Refused name="pay-refused" refusal=form.refusal() />
        <div class="actions actions--start">
            <Button
                kind=ButtonKind::Primary
                icon=Icon::Check
                label=publish
                on_press=move || save(true)
                attr:data-testid="pay-publish"
            />
            <Show when=move || !is_published()>
                <Button
                    label=move || lang.get().pay_save_draft()
                    on_press=move || save(false)
                    attr:data-testid="pay-save"
                />
            </Show>
            <Show when=move || version_wanted.get()>
                <NewVersion desk id form />
            </Show>
            <Show when=is_known>
                <Button
                    kind=ButtonKind::Danger
                    icon=Icon::Trash
                    label=move || lang.get().pay_delete()
                    on_press=delete
                    attr:data-testid="pay-delete"
                />
            </Show>
        </div>
    }
}

/// The way to a new version of a plan by which statements were closed.
#[component]
fn NewVersion(desk: Desk, id: PayPlanId, form: Form<PlanDraft, Refusal>) -> impl IntoView {
    let Desk { app, lang } = desk;
    let today = app.today().get_untracked();
    let from = RwSignal::new(app.peek(|it| next_open(it, id, today)).to_string());
    let make = move || {
        let Ok(from) = from.get_untracked().parse::<Day>() else { return };
        let copy: PayPlanId = app.draw_id().into();
        let name = form.draft.with_untracked(|it| it.plan.name.trim().to_owned());
        let name = lang.get_untracked().pay_version_name(&name, &from.to_string());
        let deed = PayDeed::NewVersion(copy, id, from, name);
        match app.act_here(Command::Pay(Box::new(deed))) {
            Ok(()) => desk.go(PayAddress::Plan(copy)),
            refused => form.settle(refused),
        }
    };
    view! {
        <div class="form" data-testid="pay-version">
            <p class="section__note prose">{move || lang.get().pay_version_note()}</p>
            <DateField
                label=move || lang.get().pay_version_from()
                value=from
                on_change=move |it: String| from.set(it)
            />
            <Button
                icon=Icon::Plus
                label=move || lang.get().pay_version()
                on_press=make
                attr:data-testid="pay-version-make"
            />
        </div>
    }
}
