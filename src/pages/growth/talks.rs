//! One-to-ones: what is to be talked about, and writing down that it was.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::{Command, Correction};
use crate::domain::id::TalkPointId;
use crate::domain::talk::{PointKind, PointsFor, TalkPoint};
use crate::pages::common::{Refused, ShowMore};
use crate::present::growth::{PointLine, SHOWN, TABLES, TalkView, talk_view};
use crate::runtime::refusal::Refusal;
use crate::ui::{
    Button, ButtonKind, Choice, DateField, Form, FormActions, Icon, IconButton, IconView,
    SegmentedField, TextField, Tone,
};

/// A point that is written: a new one, or one that is put right.
type Writing = Form<(Option<TalkPointId>, TalkPoint), Refusal>;

/// The talks with a person.
#[component]
pub(super) fn Talks(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, manages, .. } = desk;
    let shown = RwSignal::new(SHOWN);
    let view = Memo::new(move |_| {
        let (id, today, shown) = (id.get(), app.today().get(), shown.get());
        let whose = if manages.get() { PointsFor::Manager } else { PointsFor::Both };
        app.view(&TABLES, |it| talk_view(it, lang.get(), today, id, whose, shown))
    });
    let left = move || view.with(|it| it.more_done.max(it.more_talks));
    let open = Memo::new(move |_| view.read().open.clone());
    let none = move || open.read().is_empty().then(|| lang.get().talk_none());
    let correcting = Writing::closed();
    let row = move |line: PointLine| view! { <Point desk correcting line /> };
    let done = move || view.read().done.clone();
    view! {
        <section class="section" data-testid="talks">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().talk_points()}</h3>
                <p class="section__note" data-testid="talk-when">{move || view.read().when.clone()}</p>
            </div>
            <p class="section__note">{none}</p>
            <ul class="list">{move || open.get().into_iter().map(row).collect_view()}</ul>
            <NewPoint desk />
        </section>
        <Show when=move || manages.get()>
            <Hold desk />
        </Show>
        <Show when=move || !done().is_empty()>
            <section class="section">
                <div class="section__head">
                    <h3 class="section__title">{move || lang.get().talk_finished()}</h3>
                </div>
                <ul class="list">{move || done().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
        <Held desk view />
        <ShowMore left=Signal::derive(left) on_more=move || shown.update(|it| *it += SHOWN) />
    }
}

/// A point, or the form in its place while it is put right.
#[component]
fn Point(desk: Desk, correcting: Writing, line: PointLine) -> impl IntoView {
    let (id, kind) = (line.id, line.kind);
    let writes =
        Memo::new(move |_| correcting.is_open().get() && correcting.draft.read().0 == Some(id));
    let told = move || {
        let line = line.clone();
        view! { <Told desk correcting line /> }
    };
    view! {
        <li class="list__row" data-testid="talk-point" data-kind=kind.as_str()>
            <Show when=move || writes.get() fallback=told>
                <Correct desk form=correcting />
            </Show>
        </li>
    }
}

#[component]
fn Told(desk: Desk, correcting: Writing, line: PointLine) -> impl IntoView {
    let Desk { app, lang, manages, .. } = desk;
    let PointLine { id, text, kind, note, late, done } = line;
    let correct = move || {
        if let Some(known) = app.peek(|it| it.talk_points.get(id).cloned()) {
            correcting.show((Some(id), known));
        }
    };
    let tick = move || {
        let today = app.today().get_untracked();
        let point = app.peek(|it| it.talk_points.get(id).cloned());
        if let Some(point) = point {
            let point = TalkPoint { done: (!done).then_some(today), ..point };
            app.act(Command::SavePoint(id, Box::new(point)));
        }
    };
    let mark = (kind == PointKind::Private).then(|| view! { <IconView icon=Icon::Lock /> });
    let tone = if late { Tone::Bad } else { Tone::Plain };
    view! {
            {mark}
            <span class="list__main">
                <span class="list__name">{text}</span>
                <span class="list__note" data-tone=tone.as_str()>{note}</span>
            </span>
            <Button
                icon=Icon::Check
                label=move || if done { lang.get().talk_reopen() } else { lang.get().talk_done() }
                on_press=tick
                attr:data-testid="talk-tick"
            />
            <Show when=move || manages.get()>
                <IconButton
                    icon=Icon::Edit
                    label=move || lang.get().talk_correct()
                    on_press=move |()| correct()
                    attr:data-testid="talk-correct"
                />
                <IconButton
                    icon=Icon::Trash
                    label=move || lang.get().talk_delete()
                    on_press=move |()| app.act(Command::DeletePoint(id))
                />
            </Show>
    }
}

/// The form of a point that is put right.
#[component]
fn Correct(desk: Desk, form: Writing) -> impl IntoView {
    let save = move || {
        let (Some(id), point) = form.draft.get_untracked() else { return };
        let point = Command::Correct(Correction::Point(id, Box::new(point)));
        form.settle(desk.app.act_here(point));
    };
    view! {
        <div class="form" data-testid="talk-correction">
            <PointFields desk form on_enter=save name="talk-correct-text" />
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions name="talk-correct-save" on_cancel=move || form.close() on_save=save />
            </div>
        </div>
    }
}

/// A new point; on the person's own face never a private one.
#[component]
fn NewPoint(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, .. } = desk;
    let form = Writing::closed();
    let add = move || {
        let point = TalkPoint { person: Some(id.get_untracked()), ..form.draft.get_untracked().1 };
        let kind = point.kind;
        let new = TalkPointId::from(app.draw_id());
        match app.act_here(Command::SavePoint(new, Box::new(point))) {
            Ok(()) => form.show((None, TalkPoint { kind, ..TalkPoint::default() })),
            refused => form.settle(refused),
        }
    };
    view! {
        <div class="form" data-testid="talk-new">
            <PointFields desk form on_enter=add name="talk-text" />
            <Refused refusal=form.refusal() />
            <div class="actions actions--start">
                <Button
                    icon=Icon::Plus
                    label=move || lang.get().talk_add()
                    on_press=add
                    attr:data-testid="talk-add"
                />
            </div>
        </div>
    }
}

/// What a point says; on the person's own face it is never a private one.
#[component]
fn PointFields(
    desk: Desk,
    form: Writing,
    #[prop(into)] on_enter: Callback<()>,
    /// What tests know the text by.
    name: &'static str,
) -> impl IntoView {
    let Desk { lang, manages, name: person, .. } = desk;
    let draft = form.draft;
    let (text, set_text) = form.text(|it| &mut it.1.text);
    let kinds = move || {
        let seen = |it: &PointKind| manages.get() || *it != PointKind::Private;
        let choice = |it: PointKind| Choice::new(it.as_str(), lang.get().talk_point_kind(it));
        PointKind::ALL.into_iter().filter(seen).map(choice).collect::<Vec<_>>()
    };
    let kind = Memo::new(move |_| draft.read().1.kind);
    let who = move || {
        vec![
            Choice::new("person", person.get().unwrap_or_default()),
            Choice::new("manager", lang.get().talk_who_manager()),
        ]
    };
    let by = move || if draft.read().1.by_manager { "manager" } else { "person" }.to_owned();
    view! {
            <TextField
                label=move || lang.get().talk_point_text()
                value=text
                on_input=set_text
                on_enter=on_enter
                attr:data-testid=name
            />
            <SegmentedField
                label=move || lang.get().talk_kind()
                choices=Signal::derive(kinds)
                value=Signal::derive(move || kind.get().as_str().to_owned())
                on_change=move |it: String| draft.update(|d| d.1.kind = it.parse().unwrap_or_default())
                attr:data-testid="talk-kind"
            />
            <Show when=move || kind.get() == PointKind::Private>
                <p class="section__note">{move || lang.get().talk_private_note()}</p>
            </Show>
            <Show when=move || kind.get() == PointKind::Action>
                <div class="form__row">
                    <SegmentedField
                        label=move || lang.get().talk_who()
                        choices=Signal::derive(who)
                        value=Signal::derive(by)
                        on_change=move |it: String| draft.update(|d| d.1.by_manager = it == "manager")
                    />
                    <DateField
                        label=move || lang.get().talk_due()
                        value=Signal::derive(move || draft.read().1.due.map(|it| it.to_string()).unwrap_or_default())
                        on_change=move |it: String| draft.update(|d| d.1.due = it.parse().ok())
                    />
                </div>
            </Show>
    }
}

/// Writing down that a talk was held, and when the next is.
#[component]
fn Hold(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, .. } = desk;
    let next = RwSignal::new(String::new());
    let refusal = RwSignal::new(None::<Refusal>);
    let hold = move || {
        let (talk, on) = (app.draw_id().into(), next.get_untracked().parse().ok());
        let held = app.act_here(Command::HoldTalk(talk, id.get_untracked(), on));
        if held.is_ok() {
            next.set(String::new());
        }
        refusal.set(held.err());
    };
    view! {
        <section class="section" data-testid="talk-hold-section">
            <p class="section__note">{move || lang.get().talk_held_note()}</p>
            <div class="growth__line">
                <DateField
                    label=move || lang.get().talk_next()
                    value=next
                    on_change=move |it| next.set(it)
                />
                <Button
                    kind=ButtonKind::Primary
                    icon=Icon::Check
                    label=move || lang.get().talk_hold()
                    on_press=hold
                    attr:data-testid="talk-hold"
                />
            </div>
            <Refused refusal />
        </section>
    }
}

#[component]
fn Held(desk: Desk, view: Memo<TalkView>) -> impl IntoView {
    let lang = desk.lang;
    let talks = move || view.read().talks.clone();
    view! {
        <Show when=move || !talks().is_empty()>
            <section class="section">
                <div class="section__head">
                    <h3 class="section__title">{move || lang.get().talk_all()}</h3>
                </div>
                <p class="section__note">{move || talks().join(" · ")}</p>
            </section>
        </Show>
    }
}
