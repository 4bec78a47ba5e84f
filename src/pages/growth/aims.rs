//! What is worked on: one figure, one drill, and whether it moved.

use leptos::prelude::*;

use super::Desk;
use crate::domain::aim::{Aim, AimFigure};
use crate::domain::command::{Command, Correction};
use crate::domain::effect::{Effect, Turn};
use crate::domain::id::AimId;
use crate::pages::common::{FoundCertificate, Refused};
use crate::present::growth::{AimLine, AimSide, Moved, TABLES, aim_draft, aim_lines, aim_paper};
use crate::runtime::refusal::Refusal;
use crate::ui::{
    AreaField, Badge, Button, ButtonKind, Choice, DateField, Figure, Form, FormActions, Icon,
    SelectField, TextField, Tone,
};

/// The figure that is explained.
type Opened = RwSignal<Option<(AimId, AimSide)>>;
/// An aim that is written: a new one, or one that is put right.
type Writing = Form<(Option<AimId>, Aim), Refusal>;

/// Coaching and improvement plans.
#[component]
pub(super) fn Aims(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, manages, work_on, .. } = desk;
    let lines = Memo::new(move |_| {
        let (id, today) = (id.get(), app.today().get());
        app.view(&TABLES, |it| aim_lines(it, lang.get(), today, id))
    });
    let form = Writing::closed();
    let begins = Memo::new(move |_| form.is_open().get() && form.draft.read().0.is_none());
    let begin = move |plan: bool, figure: AimFigure| {
        let today = app.today().get_untracked();
        form.show((None, aim_draft(id.get_untracked(), plan, figure, today)));
    };
    if let Some(figure) = work_on.get_untracked() {
        work_on.set(None);
        begin(false, figure);
    }
    let none = move || lines.read().is_empty().then(|| lang.get().aim_none());
    let explained = RwSignal::new(None);
    let row = move |line: AimLine| view! { <OneAim desk form explained line /> };
    view! {
        <section class="section" data-testid="aims">
            <Show when=move || manages.get() && !form.is_open().get()>
                <div class="actions actions--start">
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Goals
                        label=move || lang.get().aim_coach()
                        on_press=move || begin(false, AimFigure::Activities)
                        attr:data-testid="aim-coach"
                    />
                    <Button
                        icon=Icon::Note
                        label=move || lang.get().aim_plan()
                        on_press=move || begin(true, AimFigure::Activities)
                        attr:data-testid="aim-plan"
                    />
                </div>
            </Show>
            <Show when=move || begins.get()>
                <AimForm desk form />
            </Show>
            <p class="section__note">{none}</p>
            {move || lines.get().into_iter().map(row).collect_view()}
            <p class="section__note">{move || lang.get().aim_how()}</p>
            <Show when=move || manages.get()>
                <Explained desk explained />
            </Show>
        </section>
    }
}

/// How the figure that was tapped was read.
#[component]
fn Explained(desk: Desk, explained: Opened) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let found = Memo::new(move |_| {
        let (of, today) = (explained.get()?, app.today().get());
        app.view(&TABLES, |it| aim_paper(it, lang.get(), today, of))
    });
    view! { <FoundCertificate found on_close=move |()| explained.set(None) /> }
}

/// What is worked on, or the form in its place while it is put right.
#[component]
fn OneAim(desk: Desk, form: Writing, explained: Opened, line: AimLine) -> impl IntoView {
    let (id, figure, ended) = (line.id, line.figure.as_str(), line.ended.then_some("true"));
    let writes = Memo::new(move |_| form.is_open().get() && form.draft.read().0 == Some(id));
    let told = move || {
        let line = line.clone();
        view! { <Told desk form explained line /> }
    };
    view! {
        <article class="section" data-testid="aim" data-figure=figure data-ended=ended>
            <Show when=move || writes.get() fallback=told>
                <AimForm desk form />
            </Show>
        </article>
    }
}

#[component]
fn Told(desk: Desk, form: Writing, explained: Opened, line: AimLine) -> impl IntoView {
    let Desk { app, lang, manages, .. } = desk;
    let AimLine { id, title, note, text, help, figures, moved, notes, conclusion, ended, .. } =
        line;
    let judged = moved.map(|it| {
        let (tone, icon) = look(&it);
        view! { <Badge label=it.words tone icon attr:data-testid="aim-effect" /> }
    });
    let aside = |words: String| view! { <p class="section__note">{words}</p> };
    let explain = move |value: String, name: &'static str, side: AimSide| {
        // The history that stands behind records is the manager's.
        if !manages.get_untracked() {
            return value.into_any();
        }
        let open = move |()| explained.set(Some((id, side)));
        view! { <Figure value=move || value.clone() label=move || name on_explain=open /> }
            .into_any()
    };
    let figures = figures.map(|[before, since]| {
        let (name_before, name_since) = (lang.get().aim_before(), lang.get().aim_since());
        view! {
            <dl class="facts">
                <dt>{name_before}</dt>
                <dd>{explain(before, name_before, AimSide::Before)}</dd>
                <dt>{name_since}</dt>
                <dd>{explain(since, name_since, AimSide::Since)}</dd>
            </dl>
        }
    });
    let waits = figures.is_none().then(|| lang.get().aim_not_begun());
    let words = RwSignal::new(conclusion.clone());
    let end = move |ended: bool| {
        let day = (!ended).then(|| app.today().get_untracked());
        app.act(Command::EndAim(id, day, words.get_untracked()));
    };
    let correct = move || {
        if let Some(known) = app.peek(|it| it.aims.get(id).cloned()) {
            form.show((Some(id), known));
        }
    };
    view! {
            <div class="section__head">
                <h3 class="section__title">{title}</h3>
                {judged}
            </div>
            <p class="section__note">{note}</p>
            <p class="prose">{text}</p>
            <p class="section__note" hidden=help.is_empty()>{help.clone()}</p>
            <p class="section__note">{waits}</p>
            {figures}
            {notes.into_iter().map(aside).collect_view()}
            <Show when=move || manages.get() fallback=move || view! { <p class="prose">{conclusion.clone()}</p> }>
                <TextField
                    label=move || lang.get().aim_conclusion()
                    value=words
                    on_input=move |it| words.set(it)
                />
                <div class="actions actions--start">
                    <Button
                        label=move || if ended { lang.get().aim_resume() } else { lang.get().aim_end() }
                        on_press=move || end(ended)
                        attr:data-testid="aim-end"
                    />
                    <Button
                        icon=Icon::Edit
                        label=move || lang.get().aim_correct()
                        on_press=correct
                        attr:data-testid="aim-correct"
                    />
                    <Button
                        kind=ButtonKind::Danger
                        icon=Icon::Trash
                        label=move || lang.get().aim_delete()
                        on_press=move || app.act(Command::DeleteAim(id))
                    />
                </div>
            </Show>
    }
}

/// The colour of what was wanted and the shape of what happened; the words beside it say the same.
fn look(moved: &Moved) -> (Tone, Icon) {
    let tone = match moved.turn {
        Turn::Better => Tone::Good,
        Turn::Worse => Tone::Bad,
        Turn::Same => Tone::Warn,
        Turn::Unknown => Tone::Plain,
    };
    let icon = match moved.effect {
        Effect::Rose => Icon::Up,
        Effect::Fell => Icon::Down,
        Effect::DidNot => Icon::Check,
        Effect::CannotTell => Icon::Info,
    };
    (tone, icon)
}

#[component]
fn AimForm(desk: Desk, form: Writing) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let draft = form.draft;
    let save = move || {
        let (known, aim) = draft.get_untracked();
        let aim = Box::new(aim);
        form.settle(app.act_here(match known {
            Some(id) => Command::Correct(Correction::Aim(id, aim)),
            None => Command::SaveAim(app.draw_id().into(), aim),
        }));
    };
    let figures = move || {
        let choice = |it: &AimFigure| Choice::new(it.as_str(), lang.get().aim_figure_name(*it));
        AimFigure::ALL.iter().map(choice).collect::<Vec<_>>()
    };
    let (text, set_text) = form.text(|it| &mut it.1.text);
    let (help, set_help) = form.text(|it| &mut it.1.help);
    let (conclusion, set_conclusion) = form.text(|it| &mut it.1.conclusion);
    let plan = Memo::new(move |_| draft.read().1.plan);
    let ended = Memo::new(move |_| draft.read().1.ended.is_some());
    let day =
        |it: Option<crate::domain::calendar::Day>| it.map(|it| it.to_string()).unwrap_or_default();
    view! {
        <div class="form" data-testid="aim-form">
            <SelectField
                label=move || lang.get().aim_figure()
                choices=Signal::derive(figures)
                value=Signal::derive(move || draft.read().1.figure().as_str().to_owned())
                on_change=move |it: String| draft.update(|d| d.1.figure = it.parse().ok())
            />
            <AreaField
                label=move || if plan.get() { lang.get().aim_change() } else { lang.get().aim_drill() }
                value=text
                on_input=set_text
                lines=2
                attr:data-testid="aim-text"
            />
            <TextField label=move || lang.get().aim_help() value=help on_input=set_help />
            <div class="form__row">
                <DateField
                    label=move || lang.get().aim_begun()
                    value=Signal::derive(move || day(draft.read().1.begun))
                    on_change=move |it: String| draft.update(|d| d.1.begun = it.parse().ok())
                    attr:data-testid="aim-begun"
                />
                <DateField
                    label=move || lang.get().aim_due()
                    value=Signal::derive(move || day(draft.read().1.due))
                    on_change=move |it: String| draft.update(|d| d.1.due = it.parse().ok())
                />
            </div>
            <Show when=move || ended.get()>
                <TextField
                    label=move || lang.get().aim_conclusion()
                    value=conclusion
                    on_input=set_conclusion
                />
            </Show>
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions name="aim-save" on_cancel=move || form.close() on_save=save />
            </div>
        </div>
    }
}
