//! The builder: fields at the left, what they mean at the right.

use leptos::prelude::*;

use super::fields::{Filling, FormSection};
use super::twice::{Gaps, PaidTwice, PartPeriods};
use super::{Desk, WayBack};
use crate::domain::calendar::Day;
use crate::domain::command::Command;
use crate::domain::commission::kept::{PayDeed, PayPlan};
use crate::domain::id::{PayPlanId, PersonId};
use crate::domain::money::Money;
use crate::domain::workspace::Table;
use crate::pages::common::Refused;
use crate::present::chart::Curve;
use crate::present::format;
use crate::present::pay::TABLES;
use crate::present::pay::address::PayAddress;
use crate::present::pay::builder::{BuilderView, Edit, Piece, PlanDraft, draft, edited, read};
use crate::present::pay::findings::{CurveView, usual};
use crate::present::pay::overlap::publishing;
use crate::present::pay::summary::summary;
use crate::present::pay::version::{next_open, offers_version};
use crate::present::team::person_choices;
use crate::runtime::refusal::Refusal;
use crate::ui::{
    Button, ButtonKind, ChartFrame, CheckField, Column, CurveChart, DateField, Form, Icon,
    MenuButton, MenuItem, Notice, Table as TableView, TextField, Tone,
};

type Draft = RwSignal<PlanDraft>;

/// The plan is edited as a draft and becomes a record when it is saved.
#[component]
pub(super) fn Builder(desk: Desk, id: PayPlanId) -> impl IntoView {
    let Desk { app, lang } = desk;
    let form = Form::<PlanDraft, Refusal>::closed();
    let today = app.today().get_untracked();
    form.show(app.peek(|it| draft(it, lang.get_untracked(), id, today)));
    let fields = form.draft;
    let view = Memo::new(move |_| BuilderView::new(lang.get(), &fields.read().plan.plan));
    let edit = Callback::new(move |edit: Edit| {
        fields.update(|it| {
            let plan = read(lang.get_untracked(), &it.plan.plan).ok();
            let usual = app.peek(|board| plan.map(|plan| usual(board, &plan)));
            let usual = usual.unwrap_or(crate::domain::commission::check::Usual {
                quota: 10_000_000,
                deal: 1_000_000,
            });
            it.plan.plan = edited(&it.plan.plan, &edit, usual);
        });
    });
    let filling = Filling { view, edit };
    let sections =
        move || view.read().sections.iter().map(|it| it.path.clone()).collect::<Vec<_>>();
    let (name, set_name) = form.text(|it| &mut it.plan.name);
    view! {
        <div class="content" data-testid="pay-builder">
            <WayBack desk />
            <div class="pay__sides">
                <div class="pay__form">
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
                    <Ending desk id form />
                </div>
                <div class="pay__meaning">
                    <Meaning desk fields />
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
        let pieces = view.read().pieces.clone();
        pieces
            .into_iter()
            .map(|(piece, name)| MenuItem::new(format!("{piece:?}"), name))
            .collect::<Vec<_>>()
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
    view! {
        <fieldset class="pay__section" data-testid="pay-whom">
            <legend class="section__title">{move || lang.get().pay_whom()}</legend>
            <ul class="pay__people">{move || people.get().into_iter().map(row).collect_view()}</ul>
        </fieldset>
    }
}

/// Saving, publishing, deleting.
#[component]
fn Ending(desk: Desk, id: PayPlanId, form: Form<PlanDraft, Refusal>) -> impl IntoView {
    let Desk { app, lang } = desk;
    let fields = form.draft;
    let is_known = move || app.view(&[Table::PayPlans], |it| it.pay_plans.has(id));
    let version_wanted = Memo::new(move |_| {
        app.view(&[Table::PayPlans, Table::PaySlips], |it| offers_version(it, id))
    });
    let is_published = move || fields.read().plan.published.is_some();
    let save = move |publishes: bool| {
        let mut plan = fields.get_untracked().plan;
        plan.name = plan.name.trim().to_owned();
        if publishes {
            plan.published = plan.published.or(Some(app.today().get_untracked()));
        }
        let Some(budget) = fields.with_untracked(PlanDraft::budget) else { return };
        let ends = fields.with_untracked(|it| it.ends.clone());
        let kept = PayPlan { budget, ..plan };
        let deed = match publishes {
            true => app.peek(|it| publishing(it, (id, kept.clone()), &ends)),
            false => PayDeed::SavePlan(id, kept),
        };
        match app.act_here(Command::Pay(Box::new(deed))) {
            Ok(()) => desk.go(PayAddress::Plans),
            refused => form.settle(refused),
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

/// The plan in words, its curve, and what should be looked at.
#[component]
fn Meaning(desk: Desk, fields: Draft) -> impl IntoView {
    let Desk { app, lang } = desk;
    let plan = Memo::new(move |_| read(lang.get(), &fields.read().plan.plan));
    let words = move || plan.get().map(|it| summary(lang.get(), &it)).unwrap_or_default();
    let curve = Memo::new(move |_| {
        let plan = plan.get().ok()?;
        let usual = app.view(&TABLES, |it| usual(it, &plan));
        CurveView::new(lang.get(), &plan, usual)
    });
    let wrong = move || plan.get().err();
    let drawn = Signal::derive(move || {
        let curve = curve.get().unwrap_or_default();
        Curve { points: curve.points, marks: curve.marks.into_iter().map(|it| it.0).collect() }
    });
    let short = move |major: f64| {
        let currency = plan.with(|it| it.as_ref().map(|it| it.currency).ok());
        let currency = currency.unwrap_or(crate::domain::money::Currency::CNY);
        format::money_compact(lang.get(), crate::present::chart::money(major, currency))
    };
    let findings = move || curve.get().map(|it| it.findings).unwrap_or_default();
    let finding = |it: String| view! { <li data-testid="pay-finding">{it}</li> };
    let sound = move || {
        let curve = curve.get()?;
        curve.findings.is_empty().then(|| lang.get().find_sound())
    };
    view! {
        <section class="section" data-testid="pay-words">
            <h2 class="section__title">{move || lang.get().pay_in_words()}</h2>
            {move || wrong().map(|it| view! { <Notice tone=Tone::Warn words=it /> })}
            <ul class="pay__words">
                {move || words().into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}
            </ul>
        </section>
        <Show when=move || curve.read().is_some()>
            <section class="section" data-testid="pay-check">
                <ChartFrame
                    sentence=move || lang.get().curve_title()
                    table=move || view! { <CurveTable desk plan=plan curve /> }
                >
                    <CurveChart curve=drawn format=short />
                </ChartFrame>
                <p class="section__note">{move || curve.get().map(|it| it.usual)}</p>
                <h3 class="section__title">{move || lang.get().pay_check()}</h3>
                <p data-testid="pay-sound">{sound}</p>
                <ol class="pay__findings">{move || findings().into_iter().map(finding).collect_view()}</ol>
            </section>
        </Show>
    }
}

#[component]
fn CurveTable(
    desk: Desk,
    plan: Memo<Result<crate::domain::commission::Plan, String>>,
    curve: Memo<Option<CurveView>>,
) -> impl IntoView {
    let lang = desk.lang;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns =
            [Column::figure("sold", lang.pay_sold()), Column::figure("payout", lang.pay_payout())];
        columns.map(Column::unsorted).to_vec()
    });
    let row = move |(sold, payout): (f64, f64)| {
        let currency = plan.with(|it| it.as_ref().map(|it| it.currency).ok());
        let currency = currency.unwrap_or(crate::domain::money::Currency::CNY);
        let money = |major: f64| {
            let Money { minor, currency } = crate::present::chart::money(major, currency);
            format::money(lang.get_untracked(), Money::new(minor, currency))
        };
        view! { <tr><td class="figures">{money(sold)}</td><td class="figures">{money(payout)}</td></tr> }
    };
    let rows = move || {
        let points = curve.get().map(|it| it.points).unwrap_or_default();
        points.into_iter().step_by(6).map(row).collect_view()
    };
    view! { <TableView caption=move || lang.get().curve_title() columns>{rows}</TableView> }
}
