//! The birth certificate of a number: the formula in words, its inputs, what it leaves out, and
//! the records behind it. It stands in a [`super::Sheet`].

use super::window::WindowedList;
use leptos::prelude::*;
use std::hash::Hash;

/// The height of a record in the list, in pixels.
const RECORD_HEIGHT: u32 = 104;

/// The same where it tells how it adds what it does.
const TALL_RECORD_HEIGHT: u32 = 128;

/// One record behind a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateRecord {
    /// What it is called.
    pub name: String,
    /// When it was, and where it came from.
    pub detail: String,
    /// What was last done to it, and when.
    pub changed: String,
    /// What it adds to the figure.
    pub amount: String,
    /// How that is reckoned; empty where it is all of it.
    pub how: String,
    /// Where it is shown in full; none where that is on the page already.
    pub href: Option<String>,
}

/// How a figure was computed, and from which records. Records that are gone are left out.
#[component]
pub fn Certificate<K>(
    /// The figure, to the last digit.
    #[prop(into)]
    value: Signal<String>,
    /// The formula in words.
    #[prop(into)]
    formula: Signal<String>,
    /// The inputs of the formula by name.
    #[prop(into)]
    inputs: Signal<Vec<(String, String)>>,
    /// What the figure leaves out, a sentence each.
    #[prop(into)]
    notes: Signal<Vec<String>>,
    /// What the records are and how many.
    #[prop(into)]
    records: Signal<String>,
    /// The records, in the order to show.
    #[prop(into)]
    ids: Signal<Vec<K>>,
    /// Reads one record.
    #[prop(into)]
    record: Callback<K, Option<CertificateRecord>>,
    /// Whether records tell how they add what they do.
    #[prop(optional)]
    reckoned: bool,
) -> impl IntoView
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
{
    let input = |(name, value): (String, String)| view! { <dt>{name}</dt><dd>{value}</dd> };
    let note = |words: String| view! { <p class="certificate__note">{words}</p> };
    let row = move |id: K| {
        let shown = Memo::new(move |_| record.run(id.clone()));
        view! { {move || shown.get().map(record_row)} }.into_any()
    };
    let row_height = if reckoned { TALL_RECORD_HEIGHT } else { RECORD_HEIGHT };
    let height = move || {
        let count = ids.read().len() as u32;
        ["min(", &(count * row_height).to_string(), "px, 60vh)"].concat()
    };
    view! {
        <div class="certificate" data-testid="certificate">
            <p class="certificate__figure" data-testid="certificate-value">{value}</p>
            <p class="certificate__formula" data-testid="certificate-formula">{formula}</p>
            <dl class="certificate__inputs">{move || inputs.get().into_iter().map(input).collect_view()}</dl>
            {move || notes.get().into_iter().map(note).collect_view()}
            <h3>{records}</h3>
            <div class="certificate__records" style:block-size=height>
                <WindowedList label=records ids row_height row />
            </div>
        </div>
    }
}

fn record_row(record: CertificateRecord) -> AnyView {
    let CertificateRecord { name, detail, changed, amount, how, href } = record;
    let how = (!how.is_empty()).then(
        || view! { <span class="certificate__how" data-testid="certificate-how">{how}</span> },
    );
    let inner = view! {
        <span class="list__main">
            <span class="list__name">{name}</span>
            {how}
            <span class="certificate__source">{detail}</span>
            <span class="certificate__changed" data-testid="certificate-changed">{changed}</span>
        </span>
        <span class="list__figure">{amount}</span>
    };
    match href {
        Some(href) => {
            view! { <a class="list__row certificate__record" href=href>{inner}</a> }.into_any()
        }
        None => view! { <div class="list__row certificate__record">{inner}</div> }.into_any(),
    }
}
