//! Customers and leads that may be there twice: pairs with their reasons, and beside them one pair
//! to be merged or kept apart.

mod compare;

use leptos::prelude::*;

use crate::domain::duplicates::{DuplicateKind, Strength};
use crate::domain::id::RecordId;
use crate::i18n::Lang;
use crate::present::duplicates::{DUPLICATE_TABLES, PairRow, fuller, pairs};
use crate::present::format;
use crate::runtime::app::{App, use_app};
use crate::runtime::route::Route;
use crate::ui::{Badge, Choice, EmptyPicture, EmptyState, SegmentedField, Tone, WindowedList};
use compare::CompareSheet;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    kind: RwSignal<DuplicateKind>,
    pairs: Memo<Vec<PairRow>>,
    /// The pair in the sheet, in the order of the list.
    chosen: RwSignal<Option<[RecordId; 2]>>,
    /// Which of the pair stays.
    kept: RwSignal<RecordId>,
    /// Of which record a field is to be taken, where somebody said so.
    said: RwSignal<Vec<(&'static str, RecordId)>>,
}

impl Desk {
    fn new(app: App) -> Desk {
        let (lang, kind) = (app.lang(), RwSignal::new(DuplicateKind::Customers));
        let found = move |_: Option<&Vec<PairRow>>| {
            app.view(&DUPLICATE_TABLES, |it| pairs(it, lang.get(), kind.get()))
        };
        Desk {
            app,
            lang,
            kind,
            pairs: Memo::new(found),
            chosen: RwSignal::new(None),
            kept: RwSignal::new(RecordId::default()),
            said: RwSignal::default(),
        }
    }

    /// Opens a pair; the one that more is known of stays until somebody says otherwise.
    fn choose(self, pair: [RecordId; 2]) {
        let kind = self.kind.get_untracked();
        self.said.set(Vec::new());
        self.kept.set(self.app.peek(|it| fuller(it, kind, pair)));
        self.chosen.set(Some(pair));
    }
}

const CUSTOMERS: &str = "customers";
const LEADS: &str = "leads";

/// All pairs of a kind.
#[component]
pub fn DuplicatesPage() -> impl IntoView {
    let app = use_app();
    let desk = Desk::new(app);
    let Desk { lang, kind, pairs, chosen, .. } = desk;
    // The pair that the address names, in the order of the list.
    Effect::new(move |_| {
        if let Route::Duplicates(Some(pair)) = &*app.route().read() {
            let named = pair.map(RecordId::from);
            let has = |it: &PairRow| named.contains(&it.first) && named.contains(&it.second);
            let found =
                pairs.read_untracked().iter().find(|it| has(it)).map(|it| [it.first, it.second]);
            found.into_iter().for_each(|it| desk.choose(it));
        }
    });
    let choices = Signal::derive(move || {
        let lang = lang.get();
        vec![
            Choice::new(CUSTOMERS, lang.duplicates_customers()),
            Choice::new(LEADS, lang.duplicates_leads()),
        ]
    });
    let value = move || match kind.get() {
        DuplicateKind::Customers => CUSTOMERS.to_owned(),
        DuplicateKind::Leads => LEADS.to_owned(),
    };
    let change = move |id: String| {
        chosen.set(None);
        kind.set(match id.as_str() {
            LEADS => DuplicateKind::Leads,
            _ => DuplicateKind::Customers,
        });
    };
    let count = move || {
        let count = format::count(lang.get(), pairs.read().len() as u64);
        lang.get().duplicates_count(&count)
    };
    let none = move || {
        view! { <EmptyState picture=EmptyPicture::List sentence=move || lang.get().duplicates_none() /> }
    };
    view! {
        <div class="two-pane" data-testid="duplicates-page">
            <div class="two-pane__main list-page">
                <div class="toolbar">
                    <span data-testid="duplicates-kind">
                        <SegmentedField
                            label=move || lang.get().duplicates_kind()
                            choices
                            value=Signal::derive(value)
                            on_change=change
                        />
                    </span>
                    <span class="toolbar__count" role="status" data-testid="duplicates-count">{count}</span>
                </div>
                <Show when=move || !pairs.read().is_empty() fallback=none>
                    <PairList desk />
                </Show>
            </div>
            <CompareSheet desk />
        </div>
    }
}

#[component]
fn PairList(desk: Desk) -> impl IntoView {
    let Desk { lang, pairs, .. } = desk;
    let ids = Signal::derive(move || {
        pairs.read().iter().map(|it| [it.first, it.second]).collect::<Vec<_>>()
    });
    let row = move |pair: [RecordId; 2]| view! { <Pair desk pair /> }.into_any();
    view! {
        <div class="list-page__table">
            <WindowedList label=move || lang.get().place_duplicates() ids row_height=ROW row />
        </div>
    }
}

/// The height of a pair in the list, in pixels.
const ROW: u32 = 80;

#[component]
fn Pair(desk: Desk, pair: [RecordId; 2]) -> impl IntoView {
    let Desk { lang, pairs, chosen, .. } = desk;
    let row =
        Memo::new(move |_| pairs.read().iter().find(|it| [it.first, it.second] == pair).cloned());
    let body = move || {
        let PairRow { title, why, strength, .. } = row.get()?;
        let tone = if strength == Strength::Sure { Tone::Warn } else { Tone::Plain };
        let label = lang.get().duplicate_strength(strength);
        Some(view! {
            <span class="list__main">
                <span class="list__name">{title}</span>
                <span class="list__note">{why}</span>
            </span>
            <Badge label tone=Signal::stored(tone) />
        })
    };
    let is_chosen = move || (chosen.get() == Some(pair)).then_some("true");
    view! {
        <button
            type="button"
            class="list__row duplicates__pair"
            aria-current=is_chosen
            data-testid="duplicates-pair"
            on:click=move |_| desk.choose(pair)
        >
            {body}
        </button>
    }
}
