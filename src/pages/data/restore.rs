//! Restoring a backup: choose, see what would change, then merge or go back.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::i18n::Lang;
use crate::present::data::{Difference, differences};
use crate::runtime::app::{App, use_app};
use crate::runtime::backup::{self, Backup, BackupError, Preview, Source, Way};
use crate::runtime::clashes::moment;
use crate::runtime::platform::picking::{self, File};
use crate::runtime::platform::{files, next_frame};
use crate::runtime::refusal::Refusal;
use crate::ui::{
    Button, ButtonKind, Choice, Column, Icon, IconView, Notice, SegmentedField, Table, Tone,
};

/// A backup that was opened: its file's name, and what it holds.
#[derive(Clone)]
struct Opened {
    name: String,
    backup: Arc<Backup>,
}

/// Where the restoring is.
#[derive(Clone)]
enum Restoring {
    Idle,
    Reading,
    Unread,
    Unfit(BackupError),
    Opened(Opened),
}

/// What a restore would change, once that is known.
type Foreseen = Option<Result<Preview, Refusal>>;

/// Restoring: from a file, with a preview.
#[component]
pub fn RestoreSection() -> impl IntoView {
    let lang = use_app().lang();
    let restoring = RwSignal::new(Restoring::Idle);
    let choose = move |event| {
        if let Some(file) = picking::chosen(&event).into_iter().next() {
            spawn_local(open(restoring, file));
        }
    };
    let said = move || match restoring.get() {
        Restoring::Idle => None,
        Restoring::Reading => Some(notice(Tone::Plain, lang.get().data_restore_reading())),
        Restoring::Unread => Some(notice(Tone::Bad, lang.get().data_restore_unread())),
        Restoring::Unfit(error) => Some(notice(Tone::Bad, lang.get().backup_error(error))),
        Restoring::Opened(opened) => Some(view! { <Foresight restoring opened /> }.into_any()),
    };
    view! {
        <section class="section" data-testid="data-restore">
            <div class="section__head"><h2 class="section__title">{move || lang.get().data_restore()}</h2></div>
            <p class="section__note">{move || lang.get().data_restore_note()}</p>
            <div class="toolbar">
                <label class="button data__choose">
                    <IconView icon=Icon::Import />
                    <span class="button__label">{move || lang.get().data_restore_choose()}</span>
                    <input type="file" accept=".json,application/json" data-testid="data-restore-input" on:change=choose />
                </label>
            </div>
            <div role="status">{said}</div>
        </section>
    }
}

fn notice(tone: Tone, words: impl Into<String>) -> AnyView {
    let words: String = words.into();
    view! { <Notice tone words attr:data-testid="data-restore-said" /> }.into_any()
}

async fn open(restoring: RwSignal<Restoring>, file: File) {
    restoring.set(Restoring::Reading);
    let name = file.name();
    let bytes = files::read(&file).await;
    next_frame().await;
    let next = match bytes.map(|bytes| backup::read(&bytes)) {
        None => Restoring::Unread,
        Some(Err(error)) => Restoring::Unfit(error),
        Some(Ok(backup)) => Restoring::Opened(Opened { name, backup: Arc::new(backup) }),
    };
    restoring.try_set(next);
}

/// What a restore would change, the choice of the way, and the button that does it.
#[component]
fn Foresight(restoring: RwSignal<Restoring>, opened: Opened) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let way = RwSignal::new(Way::Merge);
    let foreseen = RwSignal::new(Foreseen::None);
    let Opened { name, backup } = opened;
    let source = backup.source;
    let made = moment(backup.made);
    let looked = backup.clone();
    let look = move |chosen: Way| {
        way.set(chosen);
        foreseen.set(None);
        spawn_local(foresee(app, looked.clone(), chosen, foreseen));
    };
    look(Way::Merge);
    let title = move || lang.get().data_restore_of(&name, &made.words(lang.get()));
    let restore =
        move |()| spawn_local(restore(app, backup.clone(), way.get_untracked(), restoring));
    let idle = Signal::derive(move || !changes(&foreseen.read()));
    let label = move || match way.get() {
        Way::Merge => lang.get().data_restore_do_merge(),
        Way::Return => lang.get().data_restore_do_return(),
    };
    let choose =
        (source != Source::Archive).then(|| view! { <ChooseWay way look=Callback::new(look) /> });
    view! {
        <div class="data__restore" data-testid="data-restore-preview">
            <p><strong>{title}</strong></p>
            {choose}
            {move || preview(lang.get(), (source, way.get()), &foreseen.read())}
            <div class="actions">
                <Button label=move || lang.get().data_restore_drop() on_press=move |()| restoring.set(Restoring::Idle) />
                <span data-testid="data-restore-do">
                    <Button kind=ButtonKind::Primary label disabled=idle on_press=restore />
                </span>
            </div>
        </div>
    }
}

#[component]
fn ChooseWay(way: RwSignal<Way>, look: Callback<Way>) -> impl IntoView {
    let lang = use_app().lang();
    let choices = move || {
        let lang = lang.get();
        vec![
            Choice::new("merge", lang.data_restore_merge()),
            Choice::new("return", lang.data_restore_return()),
        ]
    };
    let value = move || match way.get() {
        Way::Merge => "merge".to_owned(),
        Way::Return => "return".to_owned(),
    };
    let note = move || match way.get() {
        Way::Merge => lang.get().data_restore_merge_note(),
        Way::Return => lang.get().data_restore_return_note(),
    };
    let choose = move |id: String| look.run(if id == "return" { Way::Return } else { Way::Merge });
    view! {
        <SegmentedField
            label=move || lang.get().data_restore_way()
            choices
            value=Signal::derive(value)
            on_change=choose
        />
        <p class="section__note">{note}</p>
    }
}

async fn foresee(app: App, backup: Arc<Backup>, way: Way, foreseen: RwSignal<Foreseen>) {
    next_frame().await;
    foreseen.try_set(Some(backup::preview(app, &backup, way)));
}

fn changes(foreseen: &Foreseen) -> bool {
    matches!(foreseen, Some(Ok(preview)) if preview.adds || !preview.tables.is_empty())
}

fn preview(lang: Lang, (source, way): (Source, Way), foreseen: &Foreseen) -> AnyView {
    let preview = match foreseen {
        None => return notice(Tone::Plain, lang.data_restore_reading()),
        Some(Err(refusal)) => {
            return notice(Tone::Bad, refusal.words(lang));
        }
        Some(Ok(preview)) if preview.tables.is_empty() && !preview.adds => {
            return match (source, way) {
                (Source::Archive, _) => notice(Tone::Plain, lang.restore_archive_here()),
                (_, Way::Merge) => notice(Tone::Plain, lang.data_restore_all_here()),
                (_, Way::Return) => notice(Tone::Plain, lang.data_restore_nothing()),
            };
        }
        Some(Ok(preview)) => preview,
    };
    let row = |Difference { table, counts }: Difference| {
        let cells = counts.map(|count| view! { <td class="figures">{count}</td> });
        view! { <tr><th scope="row">{table}</th>{cells.into_iter().collect_view()}</tr> }
    };
    let columns = vec![
        Column::text("records", lang.data_records()).unsorted(),
        Column::figure("new", lang.data_new()).unsorted(),
        Column::figure("changed", lang.data_changed()).unsorted(),
        Column::figure("deleted", lang.data_deleted()).unsorted(),
    ];
    let conflicts = preview.conflicts.len();
    let conflicts =
        (conflicts != 0).then(|| view! { <p>{lang.data_restore_conflicts(conflicts)}</p> });
    if preview.tables.is_empty() {
        let words = match source {
            Source::Archive => lang.restore_archive(),
            Source::Backup | Source::Raw { .. } => lang.data_restore_joins(),
        };
        return view! { <p class="notice" data-tone="plain">{words}</p> {conflicts} }.into_any();
    }
    let rows = differences(lang, &preview.tables).into_iter().map(row).collect_view();
    view! {
        {kind(lang, source)}
        <Table caption=lang.data_restore_table() columns>{rows}</Table>
        {conflicts}
    }
    .into_any()
}

/// What is to be known of a file that is no backup.
fn kind(lang: Lang, source: Source) -> Option<AnyView> {
    let (tone, words) = match source {
        Source::Backup => return None,
        Source::Archive => (Tone::Warn, lang.restore_archive_strange().to_owned()),
        Source::Raw { unreadable: 0 } => (Tone::Plain, lang.restore_raw().to_owned()),
        Source::Raw { unreadable } => (Tone::Warn, lang.restore_raw_lacks(unreadable)),
    };
    Some(notice(tone, words))
}

async fn restore(app: App, backup: Arc<Backup>, way: Way, restoring: RwSignal<Restoring>) {
    match backup::restore(app, backup, way).await {
        Ok(label) => {
            restoring.try_set(Restoring::Idle);
            label.iter().for_each(|it| app.say_done(it));
        }
        Err(refusal) => app.say_refused(&refusal),
    }
}
