//! The pool: open leads that nobody works on, claimed for a person, and claimed leads that are due
//! back. On a person's own face leads are claimed for them alone, and nothing of others is told.

mod due;
mod rules;
mod waiting;
mod why;

use leptos::prelude::*;

use crate::domain::assignment::claim::Claimant;
use crate::domain::command::Command;
use crate::domain::face::{Face, Matter};
use crate::domain::id::{LeadId, PersonId};
use crate::domain::pool::pooled;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::pool::{CLAIM_TABLES, POOL_TABLES, claimers};
use crate::runtime::app::{App, use_app};
use crate::runtime::refusal::Refusal;
use crate::ui::{Choice, EmptyPicture, EmptyState, SelectField};
use due::DueBack;
use rules::Rules;
use waiting::Waiting;
use why::WhyNot;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    face: Face,
    /// The person for whom leads are claimed; none until somebody is chosen.
    person: RwSignal<Option<PersonId>>,
    /// The same with what the rules look at.
    claimant: Memo<Option<Claimant>>,
    /// Why the last claim was not taken.
    refused: RwSignal<Option<Unclaimed>>,
    /// The lead of which somebody asks why it is not possible.
    asked: RwSignal<Option<LeadId>>,
}

/// Why a lead was not claimed.
#[derive(Clone, Debug, PartialEq)]
enum Unclaimed {
    Nobody,
    Refused(Refusal),
}

impl Desk {
    fn claim(self, id: LeadId) {
        let refused = match self.person.get_untracked() {
            Some(person) => self.app.act_here(Command::ClaimLead(id, person)).err(),
            None => return self.refused.set(Some(Unclaimed::Nobody)),
        };
        self.refused.set(refused.map(Unclaimed::Refused));
    }

    /// Whether the face may see what others do.
    fn sees_others(self) -> bool {
        self.face.may_see(Matter::Work)
    }
}

/// The pool.
#[component]
pub fn PoolPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let face = app.face().get_untracked();
    let own = match face {
        Face::Rep(person) => Some(person),
        Face::Manager | Face::Room | Face::Client(_) => None,
    };
    let person = RwSignal::new(own);
    let claimant = Memo::new(move |_| {
        let (person, today) = (person.get()?, app.today().get());
        app.view(&CLAIM_TABLES, |it| Claimant::of(it, person, today))
    });
    let (refused, asked) = (RwSignal::new(None), RwSignal::new(None));
    let desk = Desk { app, lang, face, person, claimant, refused, asked };
    let ids = Memo::new(move |_| app.view(&POOL_TABLES, pooled));
    let count = move || lang.get().pool_count(&format::count(lang.get(), ids.read().len() as u64));
    let intro = move || match desk.sees_others() {
        true => lang.get().pool_intro(),
        false => lang.get().pool_own(),
    };
    let empty = move || {
        view! { <EmptyState picture=EmptyPicture::List sentence=move || lang.get().pool_empty() /> }
    };
    let of_others = desk.sees_others().then(|| {
        view! {
            <DueBack desk />
            <Rules desk />
        }
    });
    view! {
        <div class="content content--narrow" data-testid="pool-page">
            <section class="section">
                <div class="section__head">
                    <h2 class="section__title" data-testid="pool-count">{count}</h2>
                </div>
                <p class="section__note">{intro}</p>
                <Show when=move || !ids.read().is_empty() fallback=empty>
                    <Claimer desk />
                    <Waiting desk ids />
                </Show>
            </section>
            {of_others}
            <WhyNot desk />
        </div>
    }
}

/// For whom leads are claimed, and why the last claim was not taken.
#[component]
fn Claimer(desk: Desk) -> impl IntoView {
    let Desk { app, lang, person, refused, .. } = desk;
    let people = Memo::new(move |_| {
        app.view(&POOL_TABLES, |it| claimers(it, lang.get(), app.today().get()))
    });
    let why = move || {
        Some(match refused.get()? {
            Unclaimed::Nobody => lang.get().pool_choose_first().to_owned(),
            Unclaimed::Refused(refusal) => refusal.words(lang.get()),
        })
    };
    let who = match desk.sees_others() {
        true => view! { <Choose desk people /> }.into_any(),
        false => {
            let own = move || {
                let people = people.read();
                people.iter().find(|it| Some(it.0) == person.get()).map(|it| it.1.clone())
            };
            view! { <p data-testid="pool-own">{own}</p> }.into_any()
        }
    };
    view! {
        {who}
        <p class="field__error" role="alert" data-testid="pool-refused">{why}</p>
    }
}

#[component]
fn Choose(desk: Desk, people: Memo<Vec<(PersonId, String)>>) -> impl IntoView {
    let Desk { lang, person, refused, .. } = desk;
    let choices = move || {
        let none = Choice::new("", lang.get().pool_choose());
        let people = people.get().into_iter();
        let people = people.map(|(id, words)| Choice::new(id.to_string(), words));
        [none].into_iter().chain(people).collect()
    };
    let chosen = move || person.get().map(|it| it.to_string()).unwrap_or_default();
    let choose = move |id: String| {
        refused.set(None);
        person.set(id.parse().ok());
    };
    view! {
        <SelectField
            label=move || lang.get().pool_claimer()
            choices=Signal::derive(choices)
            value=Signal::derive(chosen)
            on_change=choose
            attr:data-testid="pool-person"
        />
    }
}
