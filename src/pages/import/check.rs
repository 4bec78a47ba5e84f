//! The third step: the dry run. What would be new, what would change, what is not taken and why.

use leptos::prelude::*;

use super::links::Links;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::import::{CheckView, FileCounts, ProblemLine};
use crate::runtime::app::use_app;
use crate::runtime::importing::Importing;
use crate::ui::{
    Button, ButtonKind, Column, Icon, IconView, Notice, Table as DataTable, Tone, WindowedList,
};

/// The height of a line of the list of rows that are not taken, in pixels.
const LINE: u32 = 60;

/// What the import would do.
#[component]
pub fn CheckStep(flow: Importing) -> impl IntoView {
    let lang = use_app().lang();
    let shown = Memo::new(move |_| flow.check());
    let cautions = move || {
        let caution = |words| view! { <li class="import__caution"><IconView icon=Icon::Info /><span>{words}</span></li> };
        shown.read().cautions.clone().into_iter().map(caution).collect_view()
    };
    view! {
        {move || verdict(lang.get(), &shown.read())}
        <SampleStays flow />
        <Counts shown />
        <Show when=move || !shown.read().cautions.is_empty()>
            <section class="section" data-testid="import-cautions">
                <h3 class="section__title">{move || lang.get().import_cautions()}</h3>
                <ul class="import__cautions">{cautions}</ul>
            </section>
        </Show>
        <Links flow />
        <ByFile shown />
        <Show when=move || shown.read().rejected() != 0>
            <Problems flow shown />
        </Show>
    }
}

/// That nothing has happened yet; or, where there is nothing to import, why.
fn verdict(lang: Lang, check: &CheckView) -> AnyView {
    let [_, _, unchanged, rejected, rows] = check.counts;
    let (tone, words) = match (check.changing(), unchanged, rejected, rows) {
        (0, 0, 1.., _) => (Tone::Bad, lang.import_nothing_usable()),
        (0, _, _, 1..) => (Tone::Good, lang.import_nothing_new()),
        _ => {
            let words = lang.import_nothing_yet();
            return view! { <div class="headline"><h2 class="headline__sentence">{words}</h2></div> }
                .into_any();
        }
    };
    let words = words.to_owned();
    view! { <Notice tone words attr:data-testid="import-verdict" /> }.into_any()
}

/// The sample is still there: a way to remove it before one's own data comes.
#[component]
fn SampleStays(flow: Importing) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let sample = Memo::new(move |_| app.view(&[Table::Settings], |it| it.settings().sample));
    view! {
        <Show when=move || sample.get()>
            <div class="notice" data-tone="warn" data-testid="import-sample">
                <IconView icon=Icon::Info />
                <p class="notice__words">{move || lang.get().import_into_sample()}</p>
                <Button label=move || lang.get().import_remove_sample() on_press=move |()| flow.remove_sample() />
            </div>
        </Show>
    }
}

#[component]
fn Counts(shown: Memo<CheckView>) -> impl IntoView {
    let lang = use_app().lang();
    let names: [fn(Lang) -> &'static str; 4] =
        [Lang::import_created, Lang::import_updated, Lang::import_unchanged, Lang::import_rejected];
    let item = move |(place, name): (usize, fn(Lang) -> &'static str)| {
        let count = Memo::new(move |_| shown.read().counts[place]);
        let tone = move || match (place, count.get()) {
            (_, 0) => "plain",
            (3, _) => "bad",
            (0, _) => "good",
            _ => "plain",
        };
        view! {
            <div class="counts__item" data-tone=tone>
                <span class="counts__figure">{move || format::count(lang.get(), count.get() as u64)}</span>
                <span class="counts__name">{move || name(lang.get())}</span>
            </div>
        }
    };
    view! {
        <section class="section">
            <div class="counts" data-testid="import-counts">
                {names.into_iter().enumerate().map(item).collect_view()}
            </div>
            <p class="section__note figures" data-testid="import-sum">{move || shown.read().sum.clone()}</p>
            <p class="section__note" data-testid="import-along">{move || shown.read().along.clone()}</p>
            <p class="section__note">{move || lang.get().import_undoable()}</p>
        </section>
    }
}

#[component]
fn ByFile(shown: Memo<CheckView>) -> impl IntoView {
    let lang = use_app().lang();
    let columns = move || {
        let lang = lang.get();
        let figures = [
            ("created", lang.import_created()),
            ("updated", lang.import_updated()),
            ("unchanged", lang.import_unchanged()),
            ("rejected", lang.import_rejected()),
            ("rows", lang.import_rows()),
        ];
        let words = [("file", lang.import_file()), ("content", lang.import_content())];
        let words = words.map(|(id, name)| Column::text(id, name).unsorted());
        let figures = figures.map(|(id, name)| Column::figure(id, name).unsorted());
        words.into_iter().chain(figures).collect::<Vec<_>>()
    };
    let row = |FileCounts { name, content, counts, .. }: FileCounts| {
        let cells = counts.map(|count| view! { <td class="figures">{count}</td> });
        view! { <tr><th scope="row">{name}</th><td>{content}</td>{cells.into_iter().collect_view()}</tr> }
    };
    view! {
        <section class="section" data-testid="import-files">
            <DataTable caption=move || lang.get().import_by_file() columns>
                {move || shown.read().files.clone().into_iter().map(row).collect_view()}
            </DataTable>
        </section>
    }
}

/// The rows that are not taken, by reason, and the way to get them as files.
#[component]
fn Problems(flow: Importing, shown: Memo<CheckView>) -> impl IntoView {
    let lang = use_app().lang();
    let title = move || {
        lang.get().import_problems(&format::count(lang.get(), shown.read().rejected() as u64))
    };
    let ids = Signal::derive(move || (0..shown.read().problems.len()).collect::<Vec<_>>());
    let row = move |place: usize| match shown.read().problems.get(place) {
        None => ().into_any(),
        Some(line) => problem(line.clone()),
    };
    let save = move |(place, file): (usize, FileCounts)| {
        file.has_failures.then(|| {
            view! {
                <Button
                    icon=Icon::Export
                    label=lang.get().import_save_failed(&file.name)
                    on_press=move |()| flow.save_failed(place)
                />
            }
        })
    };
    view! {
        <section class="section" data-testid="import-problems">
            <h3 class="section__title">{title}</h3>
            <div class="import__problems">
                <WindowedList label=title ids row_height=LINE row />
            </div>
            <div class="toolbar" data-testid="import-save-failed">
                {move || shown.read().files.clone().into_iter().enumerate().map(save).collect_view()}
            </div>
            <p class="section__note">{move || lang.get().import_failed_hint()}</p>
        </section>
    }
}

fn problem(line: ProblemLine) -> AnyView {
    match line {
        ProblemLine::Head(words) => view! { <p class="import__reason">{words}</p> }.into_any(),
        ProblemLine::Row { place, file, value } => view! {
            <div class="list__row import__problem">
                <span class="list__main">
                    <span class="list__name">{value}</span>
                    <span class="list__note">{place}" · "{file}</span>
                </span>
            </div>
        }
        .into_any(),
    }
}

/// The button that takes it all in; other files, where there is nothing to take.
#[component]
pub fn Commit(flow: Importing, busy: Signal<bool>) -> impl IntoView {
    let lang = use_app().lang();
    let rows = Memo::new(move |_| flow.check().changing());
    let label = move || match rows.get() {
        1 => lang.get().import_now_one().to_owned(),
        rows => lang.get().import_now(&format::count(lang.get(), rows as u64)),
    };
    let other = move || {
        view! {
            <span data-testid="import-other">
                <Button label=move || lang.get().import_other_files() disabled=busy on_press=move |()| flow.clear() />
            </span>
        }
    };
    view! {
        <Show when=move || rows.get() != 0 || busy.get() fallback=other>
            <span data-testid="import-commit">
                <Button kind=ButtonKind::Primary icon=Icon::Import label disabled=busy on_press=move |()| flow.commit() />
            </span>
        </Show>
    }
}
