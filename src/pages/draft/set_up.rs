//! What is agreed before a draft begins, and what the last one came to.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::Command;
use crate::domain::id::PersonId;
use crate::domain::workspace::Table;
use crate::pages::common::{MoveButtons, PoolField, Refused};
use crate::present::assign::{Pool, TABLES};
use crate::present::draft::{DraftPlan, LastDraft, SetUpPerson, SetUpView, last_draft, set_up};
use crate::present::format;
use crate::runtime::refusal::Refusal;
use crate::runtime::route::Route;
use crate::ui::{
    Button, ButtonKind, ButtonLink, CheckField, Choice, Column, EmptyPicture, EmptyState, Icon,
    SegmentedField, Table as Grid,
};

/// What the parts of the form share.
#[derive(Clone, Copy)]
struct Plan {
    desk: Desk,
    plan: RwSignal<DraftPlan>,
    view: Memo<SetUpView>,
    /// Those who can take part, in their order.
    people: Memo<Vec<PersonId>>,
}

/// The form.
#[component]
pub(super) fn SetUp(desk: Desk) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let plan = RwSignal::new(app.peek(DraftPlan::new));
    let view = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&TABLES, |it| set_up(it, lang.get(), today, &plan.read()))
    });
    let people = Memo::new(move |_| {
        view.read().people.iter().filter(|it| it.can).map(|it| it.id).collect::<Vec<_>>()
    });
    let has_people = Memo::new(move |_| !view.read().people.is_empty());
    let plan = Plan { desk, plan, view, people };
    let last = Memo::new(move |_| {
        let today = app.today().get();
        let tables = [Table::Drafts, Table::People, Table::Settings];
        app.view(&tables, |it| last_draft(it, lang.get(), today))
    });
    // What has just been drafted stands first.
    let is_fresh = Memo::new(move |_| last.read().as_ref().map(|it| it.is_today));
    view! {
        <div class="content content--narrow draft-plan" data-testid="draft-set-up">
            <div class="set-up__head">
                <p class="section__note prose">{move || lang.get().draft_intro()}</p>
                <ButtonLink
                    icon=Icon::Back
                    label=move || lang.get().draft_to_assign()
                    href=Route::Assign(None).href()
                />
            </div>
            <Show when=move || is_fresh.get() == Some(true)>
                <Last desk last />
            </Show>
            <Show
                when=move || has_people.get()
                fallback=move || {
                    view! {
                        <EmptyState
                            picture=EmptyPicture::Board
                            sentence=move || lang.get().assign_nobody()
                        />
                    }
                }
            >
                <Choices plan />
                <Begin plan />
                <People plan />
            </Show>
            <Show when=move || is_fresh.get() == Some(false)>
                <Last desk last />
            </Show>
        </div>
    }
}

const NONE: &str = "none";
const SECONDS: [u64; 3] = [30, 60, 90];

/// Which leads, and how long a turn may take.
#[component]
fn Choices(plan: Plan) -> impl IntoView {
    let Plan { desk: Desk { lang, .. }, plan, .. } = plan;
    let pool = Signal::derive(move || plan.read().pool);
    let seconds = Signal::derive(move || {
        let lang = lang.get();
        let limits = SECONDS
            .map(|it| Choice::new(it.to_string(), lang.draft_seconds_of(&format::count(lang, it))));
        let none = Choice::new(NONE, lang.draft_seconds_none());
        limits.into_iter().chain([none]).collect::<Vec<_>>()
    });
    let limit =
        Signal::derive(move || plan.read().seconds.map_or(NONE.to_owned(), |it| it.to_string()));
    view! {
        <div class="draft-plan__choices">
            <div data-testid="draft-pool">
                <p class="section__note">{move || lang.get().assign_pool()}</p>
                <PoolField
                    pools=vec![Pool::Free, Pool::Open]
                    pool
                    on_choose=move |pool: Pool| plan.update(|it| it.pool = pool)
                />
            </div>
            <div data-testid="draft-seconds">
                <p class="section__note">{move || lang.get().draft_seconds()}</p>
                <SegmentedField
                    label=move || lang.get().draft_seconds()
                    choices=seconds
                    value=limit
                    on_change=move |id: String| plan.update(|it| it.seconds = id.parse().ok())
                />
            </div>
        </div>
    }
}

/// Who takes part, in the order of the first round.
#[component]
fn People(plan: Plan) -> impl IntoView {
    let Plan { desk: Desk { app, lang, .. }, plan: agreed, view, .. } = plan;
    let by_book = move || {
        let today = app.today().get_untracked();
        agreed.update(|plan| *plan = app.peek(|it| plan.clone().by_book(it, today)));
    };
    let by_name = move || agreed.update(|plan| *plan = app.peek(|it| plan.clone().by_name(it)));
    let ids = Memo::new(move |_| view.read().people.iter().map(|it| it.id).collect::<Vec<_>>());
    view! {
        <section class="section">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().draft_people()}</h2>
                <span class="set-up__tools">
                    <Button
                        label=move || lang.get().draft_weakest()
                        on_press=by_book
                        attr:data-testid="draft-by-book"
                    />
                    <Button label=move || lang.get().draft_by_name() on_press=by_name />
                </span>
            </div>
            <ol class="list draft-plan__people">
                <For each=move || ids.get() key=|id| *id children=move |id| view! { <PersonRow plan id /> } />
            </ol>
        </section>
    }
}

#[component]
fn PersonRow(plan: Plan, id: PersonId) -> impl IntoView {
    let Plan { plan: agreed, view, people, .. } = plan;
    let person = Memo::new(move |_| view.read().people.iter().find(|it| it.id == id).cloned());
    let part = move |read: fn(&SetUpPerson) -> &String| {
        person.with(|it| it.as_ref().map(|it| read(it).clone()).unwrap_or_default())
    };
    let holds =
        move |read: fn(&SetUpPerson) -> bool| person.with(|it| it.as_ref().is_some_and(read));
    let ends = move || {
        let people = people.read();
        (people.first() == Some(&id), people.last() == Some(&id))
    };
    let place =
        move || people.read().iter().position(|it| *it == id).map(|it| (it + 1).to_string());
    let shift = move |shift| {
        let people = people.get_untracked();
        agreed.update(|plan| *plan = plan.clone().moved(&people, id, shift));
    };
    let tick = move |takes_part: bool| agreed.update(|it| *it = it.clone().with(id, takes_part));
    view! {
        <li class="set-up__row draft-plan__person" data-testid="draft-person">
            <span class="draft-plan__place figures" aria-hidden="true">{place}</span>
            <div class="list__main">
                <CheckField
                    label=Signal::derive(move || part(|it| &it.name))
                    checked=Signal::derive(move || holds(|it| it.is_in))
                    disabled=Signal::derive(move || !holds(|it| it.can))
                    on_change=tick
                />
            </div>
            <span class="draft-plan__note" data-barred=move || (!holds(|it| it.can)).then_some("true")>
                {move || part(|it| &it.note)}
            </span>
            <Show when=move || holds(|it| it.can)>
                <MoveButtons
                    kind="draft-person"
                    name=Signal::derive(move || part(|it| &it.name))
                    ends=Signal::derive(ends)
                    on_move=shift
                />
            </Show>
        </li>
    }
}

/// The one thing to do here.
#[component]
fn Begin(plan: Plan) -> impl IntoView {
    let Plan { desk: Desk { app, lang, .. }, plan, view, .. } = plan;
    let refusal = RwSignal::new(None::<Refusal>);
    let begin = move || {
        let today = app.today().get_untracked();
        let draft = app.peek(|it| plan.read_untracked().draft(it, today));
        let begun = app.act_here(Command::BeginDraft(app.draw_id().into(), Box::new(draft)));
        refusal.set(begun.err());
    };
    view! {
        <div class="draft-plan__begin">
            <Button
                kind=ButtonKind::Primary
                icon=Icon::Play
                label=move || [lang.get().draft_begin(), &view.read().leads].join(" · ")
                on_press=begin
                attr:data-testid="draft-begin"
            />
            <Refused name="draft-refused" refusal />
        </div>
    }
}

/// What the last draft came to.
#[component]
fn Last(desk: Desk, last: Memo<Option<LastDraft>>) -> impl IntoView {
    let lang = desk.lang;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("person", lang.assign_person()),
            Column::figure("picked", lang.draft_picked()),
            Column::figure("book", lang.draft_book()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let row = |(name, picked, book): (String, String, String)| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="figures">{picked}</td>
                <td class="figures">{book}</td>
            </tr>
        }
    };
    let rows = move || last.get().into_iter().flat_map(|it| it.rows).map(row).collect_view();
    let sentence = move || last.get().map(|it| it.sentence);
    view! {
        <section class="section assign__shares" data-testid="draft-last">
            <h2 class="section__title">{move || lang.get().draft_last()}</h2>
            <p class="section__note">{sentence}</p>
            <Grid caption=move || lang.get().draft_books() columns>{rows}</Grid>
        </section>
    }
}
