//! Announcements with who has read them.

use leptos::prelude::*;

use super::nav::MeetingNav;
use super::quietly;
use crate::domain::command::Command;
use crate::domain::id::{AnnouncementId, PersonId};
use crate::domain::meeting::{Announcement, MeetingCommand};
use crate::i18n::Lang;
use crate::pages::common::Refused;
use crate::present::meeting::home::who_is_here;
use crate::present::meeting::news::{NEWS_TABLES, NewsRow, news_rows, readers};
use crate::runtime::app::{App, use_app};
use crate::runtime::refusal::Refusal;
use crate::ui::{
    AreaField, Badge, Button, ButtonKind, CheckField, DateField, Dialog, EmptyPicture, EmptyState,
    Form, FormActions, Icon, IconButton, Tone,
};

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    form: Form<Announcement, Refusal>,
    /// The announcement in the form.
    editing: RwSignal<Option<AnnouncementId>>,
    /// The announcement whose readers are shown.
    reading: RwSignal<Option<AnnouncementId>>,
}

/// What everybody should know.
#[component]
pub(super) fn NewsPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let rows = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&NEWS_TABLES, |it| news_rows(it, lang.get(), today))
    });
    let (editing, reading) = (RwSignal::new(None), RwSignal::new(None));
    let desk = Desk { app, lang, form: Form::closed(), editing, reading };
    let add = move || {
        editing.set(Some(app.draw_id().into()));
        desk.form.show(Announcement::default());
    };
    let is_empty = Memo::new(move |_| rows.read().0.is_empty());
    let none = move || {
        let sentence = move || lang.get().news_none();
        view! { <EmptyState picture=EmptyPicture::List sentence /> }
    };
    let has_old = Memo::new(move |_| !rows.read().1.is_empty());
    view! {
        <div class="content" data-testid="news-page">
            <MeetingNav />
            <section class="section">
                <div class="section__head">
                    <h2 class="section__title">{move || lang.get().topic_news()}</h2>
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Plus
                        label=move || lang.get().news_add()
                        on_press=add
                        attr:data-testid="news-add"
                    />
                </div>
                <Show when=move || !is_empty.get() fallback=none>
                    <ul class="list">{move || rows.read().0.iter().map(|it| row(desk, it)).collect_view()}</ul>
                </Show>
            </section>
            <Show when=move || has_old.get()>
                <section class="section">
                    <div class="section__head">
                        <h2 class="section__title">{move || lang.get().news_over()}</h2>
                    </div>
                    <ul class="list">{move || rows.read().1.iter().map(|it| row(desk, it)).collect_view()}</ul>
                </section>
            </Show>
            <NewsDialog desk />
            <Readers desk />
        </div>
    }
}

fn row(desk: Desk, row: &NewsRow) -> impl IntoView + use<> {
    let Desk { app, lang, form, editing, reading } = desk;
    let NewsRow { id, text, note, read, is_read } = row.clone();
    let named = text.clone();
    let edit = move || {
        if let Some(known) = app.peek(|it| it.announcements.get(id).cloned()) {
            editing.set(Some(id));
            form.show(known);
        }
    };
    let (tone, icon) = if is_read { (Tone::Good, Icon::Check) } else { (Tone::Plain, Icon::Eye) };
    view! {
        <li class="list__row" data-testid="news-row">
            <span class="list__main">
                <span class="list__name news__text">{text}</span>
                <span class="list__note">{note} " " <Badge label=read tone icon /></span>
            </span>
            <Button
                label=move || lang.get().news_readers()
                on_press=move || reading.set(Some(id))
                attr:data-testid="news-readers"
            />
            <IconButton
                icon=Icon::Edit
                label=move || lang.get().point_edit(&named)
                on_press=edit
                attr:data-testid="news-edit"
            />
        </li>
    }
}

#[component]
fn NewsDialog(desk: Desk) -> impl IntoView {
    let Desk { app, lang, form, editing, .. } = desk;
    let draft = form.draft;
    let is_known = move || {
        let id = editing.get();
        app.view(&NEWS_TABLES, |it| id.is_some_and(|id| it.announcements.has(id)))
    };
    let save = move || {
        let Some(id) = editing.get_untracked() else { return };
        let announcement = Box::new(draft.get_untracked());
        let command = MeetingCommand::SaveAnnouncement(id, announcement);
        form.settle(app.act_here(Command::Meeting(command)));
    };
    let delete = move || {
        form.close();
        if let Some(id) = editing.get_untracked() {
            app.act(Command::Meeting(MeetingCommand::DeleteAnnouncement(id)));
        }
    };
    let (text, set_text) = form.text(|it| &mut it.text);
    let until = move || draft.read().until.map(|it| it.to_string()).unwrap_or_default();
    let body = move || {
        view! {
            <div class="form" data-testid="news-form">
                <AreaField label=move || lang.get().news_text() value=text on_input=set_text lines=3 />
                <DateField
                    label=move || lang.get().news_until_field()
                    value=Signal::derive(until)
                    on_change=move |day: String| draft.update(|it| it.until = day.parse().ok())
                />
                <Refused refusal=form.refusal() />
            </div>
        }
    };
    let actions = move || {
        view! {
            <Show when=is_known>
                <Button
                    kind=ButtonKind::Danger
                    icon=Icon::Trash
                    label=move || lang.get().point_delete()
                    on_press=delete
                />
            </Show>
            <FormActions name="news-save" on_cancel=move || form.close() on_save=save />
        }
    };
    view! {
        <Dialog
            open=form.is_open()
            title=move || lang.get().news_add()
            on_close=move || form.close()
            actions
        >
            {body}
        </Dialog>
    }
}

/// Who has read it: each ticks for themselves, or all who are here at once.
#[component]
fn Readers(desk: Desk) -> impl IntoView {
    let Desk { app, lang, reading, .. } = desk;
    let people = Memo::new(move |_| {
        let Some(id) = reading.get() else { return Vec::new() };
        let today = app.today().get();
        app.view(&NEWS_TABLES, |it| readers(it, id, today))
    });
    let set = move |person: PersonId, read: bool| {
        if let Some(id) = reading.get_untracked() {
            quietly(app, MeetingCommand::MarkRead(id, person, read));
        }
    };
    // Those in the meeting that runs; without one, all who are here today.
    let all_here = move || {
        let today = app.today().get_untracked();
        let here = app.peek(|it| match crate::domain::meeting::running(it) {
            Some((_, meeting)) => meeting.people.clone(),
            None => who_is_here(it, today),
        });
        for (person, _, read) in people.get_untracked() {
            if !read && here.contains(&person) {
                set(person, true);
            }
        }
    };
    let row = move |(person, name, read): (PersonId, String, bool)| {
        view! {
            <li class="round__person" data-testid="news-reader">
                <CheckField label=name checked=read on_change=move |it: bool| set(person, it) />
            </li>
        }
    };
    let body = move || {
        view! { <ul class="round__people">{move || people.get().into_iter().map(row).collect_view()}</ul> }
    };
    let actions = move || {
        view! {
            <Button
                icon=Icon::Check
                label=move || lang.get().news_all_here()
                on_press=all_here
                attr:data-testid="news-all-here"
            />
            <Button
                kind=ButtonKind::Primary
                label=move || lang.get().close()
                on_press=move || reading.set(None)
                attr:data-testid="news-readers-done"
            />
        }
    };
    view! {
        <Dialog
            open=Signal::derive(move || reading.read().is_some())
            title=move || lang.get().news_readers()
            on_close=move || reading.set(None)
            actions
        >
            {body}
        </Dialog>
    }
}
