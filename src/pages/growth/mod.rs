//! How one person grows: scorecard, one-to-ones, feedback, reviews, coaching. On the person's own
//! face it shows what is theirs, and the manager's own notes and side of a review are not built.

mod aims;
mod card;
mod career;
mod claims;
mod evidence;
mod feedback;
mod overdue;
mod points;
mod reviews;
mod talks;

use leptos::prelude::*;

use crate::domain::aim::AimFigure;
use crate::domain::face::{Face, Matter};
use crate::domain::id::PersonId;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::present::growth::GrowthTab;
use crate::runtime::app::{App, use_app};
use crate::runtime::faces::turn;
use crate::runtime::platform::shell;
use crate::runtime::route::Route;
use crate::ui::{Button, ButtonKind, ButtonLink, EmptyPicture, EmptyState, Icon, Tone};
use reviews::Drafts;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    id: Memo<PersonId>,
    name: Memo<Option<String>>,
    /// Whether the manager looks on: with the private notes and the manager's side of reviews.
    manages: Memo<bool>,
    /// The figure that was chosen on the scorecard to be worked on.
    work_on: RwSignal<Option<AimFigure>>,
    /// What is written of reviews and not given yet.
    drafts: StoredValue<Drafts>,
}

/// The person and the part in the address.
#[component]
pub fn GrowthPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let place = Memo::new(move |before| match &*app.route().read() {
        Route::Growth(id, tab) => (*id, *tab),
        _ => before.copied().unwrap_or_default(),
    });
    let id = Memo::new(move |_| place.get().0);
    let tab = Memo::new(move |_| place.get().1);
    let name = Memo::new(move |_| {
        app.view(&[Table::People], |it| it.people.get(id.get()).map(|it| it.name.clone()))
    });
    let manages = Memo::new(move |_| app.may_see(Matter::Private));
    let desk = Desk {
        app,
        lang,
        id,
        name,
        manages,
        work_on: RwSignal::new(None),
        drafts: StoredValue::new(Drafts::default()),
    };
    let gone = move || {
        view! {
            <EmptyState picture=EmptyPicture::List sentence=move || lang.get().person_unknown()>
                <ButtonLink
                    kind=ButtonKind::Primary
                    label=move || lang.get().person_to_team()
                    href=Route::Team.href()
                />
            </EmptyState>
        }
    };
    let body = move || match tab.get() {
        GrowthTab::Card => view! { <card::Card desk /> }.into_any(),
        GrowthTab::Talks => view! { <talks::Talks desk /> }.into_any(),
        GrowthTab::Feedback => view! { <feedback::Feedbacks desk /> }.into_any(),
        GrowthTab::Reviews => view! { <reviews::Reviews desk /> }.into_any(),
        GrowthTab::Aims => view! { <aims::Aims desk /> }.into_any(),
        GrowthTab::Career => view! { <career::Career desk /> }.into_any(),
        GrowthTab::Points => view! { <points::Points desk /> }.into_any(),
    };
    let known = Memo::new(move |_| name.read().is_some());
    view! {
        <div class="content growth" data-testid="growth-page">
            <Show when=move || known.get() fallback=gone>
                <Head desk tab />
                <claims::Claims desk />
                <overdue::Overdue desk />
                {body}
            </Show>
        </div>
    }
}

#[component]
fn Head(desk: Desk, tab: Memo<GrowthTab>) -> impl IntoView {
    let Desk { app, lang, id, name, manages, .. } = desk;
    let named = move || name.get().unwrap_or_default();
    let link = move |part: GrowthTab| {
        let here = move || (tab.get() == part).then_some("page");
        view! {
            <a
                class="growth__tab"
                href=move || Route::Growth(id.get(), part).href()
                aria-current=here
                data-testid=format!("growth-{}", part.as_str())
            >
                {move || part.words(lang.get())}
            </a>
        }
    };
    let hand = move || {
        if let Err(why) = turn(app, Face::Rep(id.get_untracked())) {
            app.say(Tone::Bad, move |lang| why.words(lang));
        }
    };
    view! {
        <header class="growth__head">
            <h2 class="growth__name" data-testid="growth-name">{named}</h2>
            <div class="actions">
                <Button
                    icon=Icon::Print
                    label=move || lang.get().growth_print()
                    on_press=shell::print
                    attr:data-testid="growth-print"
                />
                <Show when=move || manages.get()>
                    <ButtonLink
                        icon=Icon::Back
                        label=move || lang.get().growth_to_person()
                        href=Signal::derive(move || Route::Person(id.get()).href())
                    />
                    <Button
                        icon=Icon::Eye
                        label=move || lang.get().growth_hand(&named())
                        on_press=hand
                        attr:data-testid="growth-hand"
                    />
                </Show>
            </div>
        </header>
        <nav class="growth__tabs" aria-label=move || lang.get().growth_parts()>
            {GrowthTab::ALL.map(link).into_iter().collect_view()}
        </nav>
    }
}
