//! The second step: what was recognised, and what the columns mean.

use leptos::prelude::*;

use crate::domain::money::Currency;
use crate::present::format;
use crate::present::import::{ColumnsView, DateQuestion, FileView, Named};
use crate::runtime::app::use_app;
use crate::runtime::importing::Importing;
use crate::ui::{Badge, Choice, Icon, IconView, SegmentedField, SelectField, Tone};

/// Currencies offered, the usual ones first.
const CURRENCIES: [&str; 14] = [
    "CNY", "USD", "EUR", "GBP", "JPY", "HKD", "TWD", "SGD", "KRW", "INR", "AUD", "CAD", "CHF",
    "BRL",
];

/// Every file with its columns, and the questions that only a person can answer.
#[component]
pub fn ColumnsStep(flow: Importing) -> impl IntoView {
    let lang = use_app().lang();
    let shown = kept(move || flow.columns());
    let places = Memo::new(move |_| shown.read().files.len());
    let file = move |place: usize| {
        let view = Memo::new(move |_| shown.read().files.get(place).cloned());
        view! { <FileColumns flow place view /> }
    };
    let title = move || match places.get() {
        0 | 1 => lang.get().import_recognised_one().to_owned(),
        count => lang.get().import_recognised(count),
    };
    view! {
        <div class="headline">
            <h2 class="headline__sentence">{title}</h2>
            <p class="headline__note">{move || lang.get().import_columns_note()}</p>
        </div>
        <Questions flow shown />
        <For each=move || 0..places.get() key=|place| *place children=file />
    }
}

/// A view of the plan that stands while a new plan is worked out.
fn kept(read: impl Fn() -> ColumnsView + Send + Sync + 'static) -> Memo<ColumnsView> {
    Memo::new(move |before: Option<&ColumnsView>| {
        let now = read();
        match before {
            Some(before) if now.files.is_empty() => before.clone(),
            _ => now,
        }
    })
}

#[component]
fn Questions(flow: Importing, shown: Memo<ColumnsView>) -> impl IntoView {
    let lang = use_app().lang();
    let dates = Memo::new(move |_| shown.read().dates.clone());
    let bare = Memo::new(move |_| shown.read().bare_amounts.clone());
    let asked = move || !dates.read().is_empty() || !bare.read().is_empty();
    let date = move |question: DateQuestion| view! { <AskDate flow question /> };
    view! {
        <Show when=asked>
            <section class="section import__questions" data-testid="import-questions">
                <h3 class="section__title">{move || lang.get().import_questions()}</h3>
                {move || dates.get().into_iter().map(date).collect_view()}
                <Show when=move || !bare.read().is_empty()>
                    <AskCurrency flow columns=Signal::derive(move || bare.read().join(" · ")) />
                </Show>
            </section>
        </Show>
    }
}

#[component]
fn AskDate(flow: Importing, question: DateQuestion) -> impl IntoView {
    let DateQuestion { file, column, words, readings, taken } = question;
    let choices: Vec<Choice> = readings.into_iter().map(choice).collect();
    view! {
        <div class="import__question" data-testid="import-date">
            <p>{words.clone()}</p>
            <SegmentedField
                label=words
                choices
                value=taken
                on_change=move |order: String| flow.read_dates(file, column, &order)
            />
        </div>
    }
}

#[component]
fn AskCurrency(flow: Importing, #[prop(into)] columns: Signal<String>) -> impl IntoView {
    let lang = use_app().lang();
    let choices = move || {
        let mut codes = CURRENCIES.map(str::to_owned).to_vec();
        let now = flow.currency().to_string();
        if !codes.contains(&now) {
            codes.insert(0, now);
        }
        let named = |code: String| {
            let sign = code.parse().map(|it: Currency| format::symbol(lang.get(), it));
            let sign = sign.unwrap_or_default();
            let label = if sign.trim() == code { code.clone() } else { format!("{code} {sign}") };
            Choice::new(code, label)
        };
        codes.into_iter().map(named).collect::<Vec<_>>()
    };
    let choose = move |code: String| {
        if let Ok(currency) = code.parse() {
            flow.set_currency(currency);
        }
    };
    view! {
        <div class="import__question" data-testid="import-currency">
            <SelectField
                label=move || lang.get().import_currency()
                choices
                value=Signal::derive(move || flow.currency().to_string())
                on_change=choose
                hint=Signal::derive(move || lang.get().import_currency_hint(&columns.read()))
            />
        </div>
    }
}

/// A file: where it comes from, what its rows are, what each column means.
#[component]
fn FileColumns(flow: Importing, place: usize, view: Memo<Option<FileView>>) -> impl IntoView {
    let lang = use_app().lang();
    let of = move |read: fn(&FileView) -> String| {
        Signal::derive(move || view.read().as_ref().map(read).unwrap_or_default())
    };
    let kinds = move || {
        let kinds = view.read().as_ref().map(|it| it.kinds.clone()).unwrap_or_default();
        let open = of(|it| it.kind.clone()).read().is_empty();
        let none = open.then(|| Choice::new("", lang.get().import_choose_kind()));
        none.into_iter().chain(kinds.into_iter().map(choice)).collect::<Vec<_>>()
    };
    let used = move || {
        let counts = view.read().as_ref().map(|it| (it.used(), it.columns.len()));
        counts.map(|(used, all)| lang.get().import_columns_used(used, all)).unwrap_or_default()
    };
    let columns = Memo::new(move |_| view.read().as_ref().map_or(0, |it| it.columns.len()));
    let system = Memo::new(move |_| view.read().as_ref().and_then(|it| it.system));
    let row = move |column: usize| view! { <ColumnLine flow place column view /> };
    view! {
        <section class="section" data-testid="import-columns">
            <div class="section__head import__file">
                <div class="list__main">
                    <h3 class="section__title">{of(|it| it.name.clone())}</h3>
                    <p class="section__note">{of(|it| it.form.clone())}" · "{used}</p>
                </div>
                {move || system.get().map(|label| view! { <Badge label tone=Tone::Accent /> })}
            </div>
            <div class="import__kind" data-testid="import-kind">
                <SelectField
                    label=move || lang.get().import_rows_are()
                    choices=kinds
                    value=of(|it| it.kind.clone())
                    on_change=move |kind: String| flow.take_as(place, &kind)
                />
            </div>
            <div class="mapping">
                <For each=move || 0..columns.get() key=|column| *column children=row />
            </div>
        </section>
    }
}

/// A column: its header, some values, and what it means.
#[component]
fn ColumnLine(
    flow: Importing,
    place: usize,
    column: usize,
    view: Memo<Option<FileView>>,
) -> impl IntoView {
    let lang = use_app().lang();
    let line = Memo::new(move |_| view.read().as_ref()?.columns.get(column).cloned());
    let fields = Memo::new(move |_| view.read().as_ref().map(|it| it.fields.clone()));
    let header = Signal::derive(move || {
        line.read().as_ref().map(|it| it.header.clone()).unwrap_or_default()
    });
    let samples = move || line.read().as_ref().map(|it| it.samples.clone());
    let field =
        Memo::new(move |_| line.read().as_ref().map(|it| it.field.clone()).unwrap_or_default());
    let option = move |(code, words): Named| {
        let own = code.clone();
        view! { <option value=code prop:selected=move || *field.read() == own>{words}</option> }
    };
    view! {
        <div class="mapping__row" data-left-out=move || field.read().is_empty().then_some("")>
            <span class="mapping__source">
                {header}
                <span class="mapping__sample">{samples}</span>
            </span>
            <IconView icon=Icon::Forward />
            <span class="select">
                <select
                    class="input select__box"
                    aria-label=move || lang.get().import_column_means(&header.read())
                    data-testid="import-field"
                    on:change=move |event| flow.map_column(place, column, &event_target_value(&event))
                >
                    {move || fields.get().unwrap_or_default().into_iter().map(option).collect_view()}
                </select>
                <IconView icon=Icon::Down />
            </span>
        </div>
    }
}

fn choice((code, words): Named) -> Choice {
    Choice::new(code, words)
}
