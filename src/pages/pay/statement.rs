//! A statement: its lines, corrections, questions; print and file.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::deal::DealDetails;
use super::sign::Signature;
use super::{Desk, WayBack};
use crate::domain::command::Command;
use crate::domain::commission::kept::{PayDeed, PayDispute};
use crate::domain::face::Matter;
use crate::i18n::Lang;
use crate::pages::common::Refused;
use crate::present::pay::address::PayAddress;
use crate::present::pay::corrections::CorrectedView;
use crate::present::pay::file::{Told, file};
use crate::present::pay::statement::{
    About, LineProof, LineView, QuestionView, StatementView, called,
};
use crate::present::pay::{TABLES, read};
use crate::runtime::platform::files::{self, Saved};
use crate::runtime::platform::shell;
use crate::runtime::refusal::Refusal;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{
    Badge, Button, ButtonKind, ButtonLink, Column, Icon, Notice, Table, TextField, Tone, arrive_at,
};

/// The statement of somebody in a period.
#[component]
pub(super) fn Statement(desk: Desk, about: About) -> impl IntoView {
    let Desk { app, lang } = desk;
    let view =
        Memo::new(move |_| app.view(&TABLES, |it| StatementView::new(it, lang.get(), about)));
    let part = move |get: fn(&StatementView) -> String| move || view.read().as_ref().map(get);
    let error = move || view.get().and_then(|it| it.error);
    let asking = RwSignal::new(None::<usize>);
    let what_if = Route::Pay(PayAddress::WhatIf(about.plan, about.person, about.period)).href();
    view! {
        <div class="content" data-testid="pay-statement">
            <WayBack desk />
            <section class="headline">
                <p class="headline__note">{part(|it| it.title.clone())}</p>
                <p class="headline__line">
                    <span class="headline__figure" data-testid="statement-payout">{part(|it| it.payout.clone())}</span>
                    <span class="headline__of">{part(|it| it.state.clone())}</span>
                </p>
                <p class="headline__sentence">{part(|it| it.plan.clone())}</p>
            </section>
            {move || error().map(|it| view! { <Notice tone=Tone::Warn words=it /> })}
            <Corrected desk view />
            <Lines desk view asking />
            <Ask desk about view asking />
            <Questions desk view />
            <Show when=move || app.may_see(Matter::Pay)>
                <Correcting desk view />
            </Show>
            <Signature desk view />
            <div class="actions actions--start pay__out">
                <ButtonLink icon=Icon::Eye label=move || lang.get().statement_what_if() href=what_if attr:data-testid="statement-what-if" />
                <Button icon=Icon::Print label=move || lang.get().statement_print() on_press=shell::print />
                <Button
                    icon=Icon::Export
                    label=move || lang.get().statement_file()
                    on_press=move || spawn_local(hand_out(desk, about, view))
                    attr:data-testid="statement-file"
                />
            </div>
        </div>
    }
}

/// The corrections that a statement pays, and those that were made of it since, each with the way to
/// the statement that pays it.
#[component]
fn Corrected(desk: Desk, view: Memo<Option<StatementView>>) -> impl IntoView {
    let lang = desk.lang;
    let holds = Memo::new(move |_| view.read().as_ref().and_then(|it| it.holds.clone()));
    let since = Memo::new(move |_| view.read().as_ref().and_then(|it| it.since.clone()));
    let made = move || view.get().map(|it| it.corrections).unwrap_or_default();
    let row = |it: CorrectedView| {
        let CorrectedView { words, paid_with } = it;
        let way = paid_with.map(|(address, label)| {
            let href = Route::Pay(address).href();
            view! { <a class="pay__link" href=href data-testid="statement-corrected-in">{label}</a> }
        });
        view! { <li class="pay__correction"><span>{words}</span>{way}</li> }
    };
    view! {
        <Show when=move || holds.read().is_some()>
            <div data-testid="statement-holds">
                <Notice tone=Tone::Plain words=move || holds.get().unwrap_or_default() />
            </div>
        </Show>
        <Show when=move || since.read().is_some()>
            <section class="section" data-testid="statement-since">
                <Notice tone=Tone::Warn words=move || since.get().unwrap_or_default() />
                <h2 class="section__title">{move || lang.get().statement_corrections()}</h2>
                <ul class="list">{move || made().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
    }
}

/// The file is made before anything is waited for, because the permission of a tap is short.
async fn hand_out(desk: Desk, about: About, view: Memo<Option<StatementView>>) {
    let Desk { app, lang } = desk;
    let lang = lang.get_untracked();
    let Some(statement) = view.get_untracked() else { return };
    let text = app.peek(|it| {
        let plan = it.pay_plans.get(about.plan).and_then(read)?;
        let proof = LineProof::new(it, about, &statement);
        Some(file(lang, Told { view: &statement, plan: &plan, proof: proof.as_ref() }))
    });
    let Some(text) = text else { return };
    let name = format!("huddle-pay-{}-{}.html", about.period, about.person);
    match files::save(&name, "text/html", &text).await {
        Saved::Handed => app.say(Tone::Good, move |lang| lang.statement_saved(&name)),
        Saved::Cancelled => {}
        Saved::Refused => app.say(Tone::Warn, Lang::statement_not_saved),
    }
}

#[component]
fn Lines(
    desk: Desk,
    view: Memo<Option<StatementView>>,
    asking: RwSignal<Option<usize>>,
) -> impl IntoView {
    let lang = desk.lang;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("deal", lang.statement_deal()),
            Column::text("step", lang.statement_step()),
            Column::figure("base", lang.statement_base()),
            Column::figure("rate", lang.statement_rate()),
            Column::figure("amount", lang.statement_amount()),
            Column::text("ask", lang.statement_ask()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let row = move |(place, line): (usize, LineView)| {
        let lang = lang.get();
        let words = lang.statement_ask_about(&called(&line));
        let lead = line.lead.filter(|_| desk.app.may_see(Matter::Pay));
        let lead = lead.map(|it| Route::Lead(it, BoardAddress::default()).href());
        let deal = match lead {
            Some(href) => view! { <a class="pay__link" href=href>{line.deal}</a> }.into_any(),
            None => line.deal.into_any(),
        };
        let mark = line.is_correction.then(|| {
            view! { <Badge label=move || lang.statement_marked() tone=Tone::Warn icon=Icon::Edit /> }
        });
        view! {
            <tr data-testid="statement-line">
                <th scope="row">{mark}{deal}</th>
                <td>{line.step}</td>
                <td class="figures">{line.base}</td>
                <td class="figures">{line.rate}</td>
                <td class="figures">{line.amount}</td>
                <td>
                    <button
                        type="button"
                        class="button pay__ask"
                        data-kind="link"
                        aria-label=words
                        data-testid="statement-ask"
                        on:click=move |_| asking.set(Some(place))
                    >
                        {lang.statement_ask()}
                    </button>
                </td>
            </tr>
        }
    };
    let lines = move || view.get().map(|it| it.lines).unwrap_or_default();
    let has = Memo::new(move |_| !lines().is_empty());
    let total = move || view.get().map(|it| it.payout);
    let none = move || view! { <p class="section__note">{move || lang.get().statement_none()}</p> };
    let caption = move || view.get().map(|it| it.title).unwrap_or_default();
    view! {
        <Show when=move || has.get() fallback=none>
            <div class="pay__lines"><Table caption columns>
                {move || lines().into_iter().enumerate().map(row).collect_view()}
                <tr class="pay__sum">
                    <th scope="row" colspan="4">{move || lang.get().statement_sum()}</th>
                    <td class="figures">{total}</td>
                    <td></td>
                </tr>
            </Table></div>
        </Show>
    }
}

/// The form of a question; open while a line is asked about.
#[component]
fn Ask(
    desk: Desk,
    about: About,
    view: Memo<Option<StatementView>>,
    asking: RwSignal<Option<usize>>,
) -> impl IntoView {
    let Desk { app, lang } = desk;
    let question = RwSignal::new(String::new());
    let refusal = RwSignal::new(None::<Refusal>);
    let line = move || {
        let place = asking.get()?;
        view.read().as_ref()?.lines.get(place).map(called)
    };
    let keep = move || {
        let Some(place) = asking.get_untracked() else { return };
        let kept = view.with_untracked(|it| it.as_ref()?.kept.get(place).cloned());
        let Some(kept) = kept else { return };
        let dispute = PayDispute {
            plan: Some(about.plan),
            person: Some(about.person),
            period: Some(about.period),
            line: place as i64,
            question: question.get_untracked().trim().to_owned(),
            asked: Some(app.today().get_untracked()),
            answer: String::new(),
            step: kept.kind.to_string(),
            component: kept.component,
            lead: kept.lead,
        };
        let deed = PayDeed::Ask(app.draw_id().into(), dispute);
        match app.act_here(Command::Pay(Box::new(deed))) {
            Ok(()) => {
                question.set(String::new());
                refusal.set(None);
                asking.set(None);
            }
            Err(why) => refusal.set(Some(why)),
        }
    };
    let lead = Memo::new(move |_| {
        let place = asking.get()?;
        view.read().as_ref()?.lines.get(place)?.lead
    });
    let details = move || {
        let lead = lead.get().filter(|_| app.may_see(Matter::Pay));
        lead.map(|lead| view! { <DealDetails desk lead /> })
    };
    let place = NodeRef::<html::Section>::new();
    arrive_at(place);
    let title = move || lang.get().statement_ask_about(&line().unwrap_or_default());
    view! {
        <Show when=move || asking.get().is_some()>
            <section class="section form" tabindex="-1" data-testid="statement-question" node_ref=place>
                <h2 class="section__title">{title}</h2>
                <TextField
                    label=move || lang.get().statement_question()
                    value=question
                    on_input=move |it| question.set(it)
                    on_enter=keep
                />
                <Refused name="statement-refused" refusal />
                <div class="actions actions--start">
                    <Button kind=ButtonKind::Primary label=move || lang.get().statement_keep_question() on_press=keep attr:data-testid="statement-keep" />
                    <Button label=move || lang.get().cancel() on_press=move || asking.set(None) />
                </div>
                {details}
            </section>
        </Show>
    }
}

#[component]
fn Questions(desk: Desk, view: Memo<Option<StatementView>>) -> impl IntoView {
    let lang = desk.lang;
    let all = move || view.get().map(|it| it.questions).unwrap_or_default();
    let has = Memo::new(move |_| !all().is_empty());
    let row = move |it: QuestionView| view! { <Question desk question=it /> };
    view! {
        <Show when=move || has.get()>
            <section class="section" data-testid="statement-questions">
                <h2 class="section__title">{move || lang.get().statement_questions()}</h2>
                <ul class="list">{move || all().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
    }
}

#[component]
fn Question(desk: Desk, question: QuestionView) -> impl IntoView {
    let Desk { app, lang } = desk;
    let QuestionView { id, text, answer } = question;
    let given = RwSignal::new(answer.clone());
    let asked = StoredValue::new(text.clone());
    let refusal = RwSignal::new(None::<Refusal>);
    let keep = move || {
        let deed = PayDeed::Answer(id, given.get_untracked());
        refusal.set(app.act_here(Command::Pay(Box::new(deed))).err());
    };
    let note = match answer.is_empty() {
        true => lang.get().statement_open().to_owned(),
        false => answer,
    };
    view! {
        <li class="pay__question">
            <p class="list__name">{text}</p>
            <p class="list__note">{note}</p>
            <Show when=move || app.may_see(Matter::Pay)>
                <TextField
                    label=move || lang.get().statement_answer()
                    value=given
                    on_input=move |it| given.set(it)
                    on_enter=keep
                />
                <Refused name="answer-refused" refusal />
                <Button
                    label=move || lang.get().statement_keep_answer()
                    on_press=keep
                    attr:aria-label=move || lang.get().statement_keep_answer_to(&asked.read_value())
                    attr:data-testid="answer-keep"
                />
            </Show>
        </li>
    }
}

/// The way to correct a closed statement.
#[component]
fn Correcting(desk: Desk, view: Memo<Option<StatementView>>) -> impl IntoView {
    let Desk { app, lang } = desk;
    let differs = move || view.get().and_then(|it| it.differs);
    let reason = RwSignal::new(String::new());
    let refusal = RwSignal::new(None::<Refusal>);
    let correct = move || {
        let Some((slip, _)) = untrack(differs) else { return };
        let deed = PayDeed::TrueUp(app.draw_id().into(), slip, reason.get_untracked());
        refusal.set(app.act_here(Command::Pay(Box::new(deed))).err());
    };
    let is_different = Memo::new(move |_| differs().is_some());
    view! {
        <Show when=move || is_different.get()>
            <section class="section form" data-testid="statement-differs">
                <Notice tone=Tone::Warn words=move || differs().map(|it| it.1).unwrap_or_default() />
                <TextField
                    label=move || lang.get().statement_reason()
                    value=reason
                    on_input=move |it| reason.set(it)
                    on_enter=correct
                />
                <Refused name="correct-refused" refusal />
                <Button label=move || lang.get().statement_correct() on_press=correct attr:data-testid="statement-correct" />
            </section>
        </Show>
    }
}
