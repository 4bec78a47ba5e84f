//! The pool: open leads that nobody works on, claimed for a person, and claimed leads that are due
//! back.

mod due;
mod rules;

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::id::LeadId;
use crate::domain::pool::pooled;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::pool::{POOL_TABLES, claimers, pool_row};
use crate::runtime::app::{App, use_app};
use crate::runtime::refusal::Refusal;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{Button, Choice, EmptyPicture, EmptyState, SelectField, WindowedList};
use due::DueBack;
use rules::Rules;

/// The height of a lead in the list, in pixels.
const ROW_HEIGHT: u32 = 64;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    /// The person for whom leads are claimed; empty until somebody is chosen.
    person: RwSignal<String>,
    /// Why the last claim was not taken.
    refused: RwSignal<Option<Unclaimed>>,
}

/// Why a lead was not claimed.
#[derive(Clone, Debug, PartialEq)]
enum Unclaimed {
    Nobody,
    Refused(Refusal),
}

impl Desk {
    fn claim(self, id: LeadId) {
        let refused = match self.person.read_untracked().parse() {
            Ok(person) => self.app.act_here(Command::ClaimLead(id, person)).err(),
            Err(_) => return self.refused.set(Some(Unclaimed::Nobody)),
        };
        self.refused.set(refused.map(Unclaimed::Refused));
    }
}

/// The pool.
#[component]
pub fn PoolPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let desk =
        Desk { app, lang, person: RwSignal::new(String::new()), refused: RwSignal::new(None) };
    let ids = Memo::new(move |_| app.view(&POOL_TABLES, pooled));
    let count = move || lang.get().pool_count(&format::count(lang.get(), ids.read().len() as u64));
    let empty = move || {
        view! { <EmptyState picture=EmptyPicture::List sentence=move || lang.get().pool_empty() /> }
    };
    view! {
        <div class="content content--narrow" data-testid="pool-page">
            <section class="section">
                <div class="section__head">
                    <h2 class="section__title" data-testid="pool-count">{count}</h2>
                </div>
                <p class="section__note">{move || lang.get().pool_intro()}</p>
                <Show when=move || !ids.read().is_empty() fallback=empty>
                    <Claimer desk />
                    <Waiting desk ids />
                </Show>
            </section>
            <DueBack desk />
            <Rules desk />
        </div>
    }
}

/// For whom leads are claimed, and why the last claim was not taken.
#[component]
fn Claimer(desk: Desk) -> impl IntoView {
    let Desk { app, lang, person, refused } = desk;
    let choices = move || {
        let people = app.view(&POOL_TABLES, |it| claimers(it, lang.get(), app.today().get()));
        let none = Choice::new("", lang.get().pool_choose());
        let people = people.into_iter().map(|(id, words)| Choice::new(id.to_string(), words));
        [none].into_iter().chain(people).collect()
    };
    let choose = move |id: String| {
        refused.set(None);
        person.set(id);
    };
    let why = move || {
        Some(match refused.get()? {
            Unclaimed::Nobody => lang.get().pool_choose_first().to_owned(),
            Unclaimed::Refused(refusal) => refusal.words(lang.get()),
        })
    };
    view! {
        <SelectField
            label=move || lang.get().pool_claimer()
            choices=Signal::derive(choices)
            value=person
            on_change=choose
            attr:data-testid="pool-person"
        />
        <p class="field__error" role="alert" data-testid="pool-refused">{why}</p>
    }
}

/// The leads that wait; only the rows in sight are built.
#[component]
fn Waiting(desk: Desk, ids: Memo<Vec<LeadId>>) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let height = move || {
        let count = ids.read().len() as u32;
        ["min(", &(count * ROW_HEIGHT).to_string(), "px, 60vh)"].concat()
    };
    let row = move |id: LeadId| {
        let shown = Memo::new(move |_| {
            app.view(&POOL_TABLES, |it| pool_row(it, lang.get(), app.today().get(), id))
        });
        let part = move |read: fn(&crate::present::pool::PoolRow) -> &String| {
            shown.with(|it| it.as_ref().map(|it| read(it).clone()).unwrap_or_default())
        };
        let href = Route::Lead(id, BoardAddress::default()).href();
        view! {
            <div class="set-up__row pool__row" data-testid="pool-row">
                <a class="list__row" href=href>
                    <span class="list__main">
                        <span class="list__name">{move || part(|it| &it.title)}</span>
                        <span class="list__note pool__note">{move || part(|it| &it.note)}</span>
                    </span>
                    <span class="list__figure">{move || part(|it| &it.amount)}</span>
                </a>
                <Button label=move || lang.get().pool_claim() on_press=move || desk.claim(id) attr:data-testid="pool-claim" />
            </div>
        }
        .into_any()
    };
    view! {
        <div style:block-size=height>
            <WindowedList label=move || lang.get().pool_title() ids row_height=ROW_HEIGHT row />
        </div>
    }
}
