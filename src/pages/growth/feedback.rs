//! Feedback to a person: situation, behaviour, impact; and its balance over time.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::{Command, Correction};
use crate::domain::feedback::Feedback;
use crate::domain::id::FeedbackId;
use crate::pages::common::{OfferedName, Refused};
use crate::present::growth::{FeedbackLine, FeedbackView, MonthBalance, TABLES, feedback_view};
use crate::runtime::refusal::Refusal;
use crate::ui::{
    AreaField, Badge, Button, ButtonKind, Choice, DateField, Form, FormActions, Icon, IconButton,
    Meter, SegmentedField, Tone,
};

/// Feedback that is written: a new one, or one that is put right.
type Writing = Form<(Option<FeedbackId>, Feedback), Refusal>;

/// The feedback to a person.
#[component]
pub(super) fn Feedbacks(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, manages, .. } = desk;
    let view = Memo::new(move |_| {
        let (id, today) = (id.get(), app.today().get());
        app.view(&TABLES, |it| feedback_view(it, lang.get(), today, id))
    });
    let form = Writing::closed();
    let begins = Memo::new(move |_| form.is_open().get() && form.draft.read().0.is_none());
    let sentence = |it: String| view! { <p>{it}</p> };
    let row = move |line: FeedbackLine| view! { <Line desk form view line /> };
    view! {
        <section class="section" data-testid="feedback">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().growth_feedback()}</h3>
                <Show when=move || manages.get() && !form.is_open().get()>
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Plus
                        label=move || lang.get().feedback_add()
                        on_press=move || form.show((None, Feedback::default()))
                        attr:data-testid="feedback-add"
                    />
                </Show>
            </div>
            <div data-testid="feedback-balance">
                {move || view.read().sentences.clone().into_iter().map(sentence).collect_view()}
            </div>
            <Show when=move || begins.get()>
                <FeedbackForm desk form view />
            </Show>
            <ul class="list">{move || view.read().lines.clone().into_iter().map(row).collect_view()}</ul>
        </section>
        <Months desk view />
    }
}

/// What was said, or the form in its place while it is put right.
#[component]
fn Line(desk: Desk, form: Writing, view: Memo<FeedbackView>, line: FeedbackLine) -> impl IntoView {
    let id = line.id;
    let writes = Memo::new(move |_| form.is_open().get() && form.draft.read().0 == Some(id));
    let said = move || {
        let line = line.clone();
        view! { <Said desk form line /> }
    };
    view! {
        <li class="list__row" data-testid="feedback-line">
            <Show when=move || writes.get() fallback=said>
                <FeedbackForm desk form view />
            </Show>
        </li>
    }
}

#[component]
fn Said(desk: Desk, form: Writing, line: FeedbackLine) -> impl IntoView {
    let Desk { app, lang, manages, .. } = desk;
    let FeedbackLine { id, constructive, behaviour, situation, impact, note } = line;
    let (tone, icon) = match constructive {
        true => (Tone::Warn, Icon::Edit),
        false => (Tone::Good, Icon::Check),
    };
    let kind = move || match constructive {
        true => lang.get().feedback_constructive(),
        false => lang.get().feedback_positive(),
    };
    let correct = move || {
        if let Some(known) = app.peek(|it| it.feedbacks.get(id).cloned()) {
            form.show((Some(id), known));
        }
    };
    view! {
            <Badge label=Signal::derive(move || kind().to_owned()) tone icon />
            <span class="list__main">
                <span class="list__note">{situation}</span>
                <span class="list__name">{behaviour}</span>
                <span>{impact}</span>
                <span class="list__note">{note}</span>
            </span>
            <Show when=move || manages.get()>
                <IconButton
                    icon=Icon::Edit
                    label=move || lang.get().feedback_correct()
                    on_press=move |()| correct()
                    attr:data-testid="feedback-correct"
                />
                <IconButton
                    icon=Icon::Trash
                    label=move || lang.get().feedback_delete()
                    on_press=move |()| app.act(Command::DeleteFeedback(id))
                />
            </Show>
    }
}

#[component]
fn FeedbackForm(desk: Desk, form: Writing, view: Memo<FeedbackView>) -> impl IntoView {
    let Desk { app, lang, id, .. } = desk;
    let draft = form.draft;
    let save = move || {
        let (known, feedback) = draft.get_untracked();
        let feedback = Box::new(Feedback { person: Some(id.get_untracked()), ..feedback });
        form.settle(app.act_here(match known {
            Some(id) => Command::Correct(Correction::Feedback(id, feedback)),
            None => Command::SaveFeedback(app.draw_id().into(), feedback),
        }));
    };
    let tones = move || {
        vec![
            Choice::new("positive", lang.get().feedback_positive()),
            Choice::new("constructive", lang.get().feedback_constructive()),
        ]
    };
    let tone =
        move || if draft.read().1.constructive { "constructive" } else { "positive" }.to_owned();
    let (situation, set_situation) = form.text(|it| &mut it.1.situation);
    let (behaviour, set_behaviour) = form.text(|it| &mut it.1.behaviour);
    let (impact, set_impact) = form.text(|it| &mut it.1.impact);
    let (value, set_value) = form.text(|it| &mut it.1.value);
    view! {
        <div class="form" data-testid="feedback-form">
            <SegmentedField
                label=move || lang.get().feedback_tone()
                choices=Signal::derive(tones)
                value=Signal::derive(tone)
                on_change=move |it: String| draft.update(|d| d.1.constructive = it == "constructive")
                attr:data-testid="feedback-tone"
            />
            <AreaField label=move || lang.get().feedback_situation() value=situation on_input=set_situation lines=2 attr:data-testid="feedback-situation" />
            <AreaField label=move || lang.get().feedback_behaviour() value=behaviour on_input=set_behaviour lines=2 attr:data-testid="feedback-behaviour" />
            <AreaField label=move || lang.get().feedback_impact() value=impact on_input=set_impact lines=2 attr:data-testid="feedback-impact" />
            <div class="form__row">
                <OfferedName
                    label=move || lang.get().feedback_value()
                    value
                    offered=Signal::derive(move || view.read().values.clone())
                    error=Signal::stored(None::<String>)
                    on_input=set_value
                />
                <DateField
                    label=move || lang.get().feedback_on()
                    value=Signal::derive(move || draft.read().1.on.map(|it| it.to_string()).unwrap_or_default())
                    on_change=move |it: String| draft.update(|d| d.1.on = it.parse().ok())
                />
            </div>
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions name="feedback-save" on_cancel=move || form.close() on_save=save />
            </div>
        </div>
    }
}

/// Praise and wishes month by month, as a bar of their shares.
#[component]
fn Months(desk: Desk, view: Memo<FeedbackView>) -> impl IntoView {
    let lang = desk.lang;
    let months = move || view.read().months.clone();
    let row = move |MonthBalance { month, balance }: MonthBalance| {
        let (positive, constructive) = (balance.positive, balance.constructive);
        let label = format!(
            "{} {positive}, {} {constructive}",
            lang.get().feedback_positive(),
            lang.get().feedback_constructive()
        );
        let words = label.clone();
        let share = positive as f64 / balance.all().max(1) as f64;
        view! {
            <li class="survey-bar">
                <span class="survey-bar__answer">{month}</span>
                <Meter label share=Signal::stored(share) tone=Signal::stored(Tone::Good) />
                <span class="list__note">{words}</span>
            </li>
        }
    };
    view! {
        <Show when=move || !months().is_empty()>
            <section class="section" data-testid="feedback-months">
                <div class="section__head">
                    <h3 class="section__title">{move || lang.get().feedback_months()}</h3>
                </div>
                <ul class="survey-bars">{move || months().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
    }
}
