//! Handing out leads: whose, by which rules, who would get what and why; accepted as one step.

mod leaver;
mod rules;
mod shares;
mod table;
mod why;

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::id::{LeadId, PersonId};
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::pages::common::PoolField;
use crate::present::assign::{AssignView, ByHand, Pool, TABLES, assign_view, moves, owners, whys};
use crate::present::assign_rules::Before;
use crate::present::bulk::leads_in_words;
use crate::present::format;
use crate::present::handover::{Handover, Terms, handover, handover_tables};
use crate::runtime::app::{App, use_app};
use crate::runtime::assigning::{Assigner, Assigning};
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{Button, ButtonKind, ButtonLink, EmptyPicture, EmptyState, Icon, Progress};
use leaver::WholeBook;
use rules::RulesDialog;
use shares::Shares;
use table::ProposalTable;
use why::WhySheet;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    work: Signal<Assigning>,
    by_hand: RwSignal<ByHand>,
    pool: RwSignal<Pool>,
    /// Who takes what of a leaver is about none of the leads.
    rest: RwSignal<Option<PersonId>>,
    assigner: Assigner,
    view: Memo<AssignView>,
    /// What is handed over, where somebody's book is.
    handing: Memo<Option<Handover>>,
    /// The lead that is asked about.
    asked: RwSignal<Option<LeadId>>,
    /// Whose leads alone are listed.
    whose: RwSignal<Option<PersonId>>,
}

/// Who should get the leads of a pool.
#[component]
pub fn AssignPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let route = app.route();
    let of = Memo::new(move |_| match &*route.read() {
        Route::Assign(pool) => *pool,
        _ => None,
    });
    let pool = RwSignal::new(of.get_untracked().unwrap_or_default());
    let assigner = Assigner::new(app);
    let by_hand = RwSignal::new(app.kept_by_hand());
    Effect::new(move |_| app.keep_by_hand(&by_hand.read()));
    let rest = RwSignal::new(None::<PersonId>);
    let work = assigner.state();
    let view = Memo::new(move |_| match &*work.read() {
        Assigning::Done(Some(proposal)) => app.view(&handover_tables(), |it| {
            let how = (pool.get(), rest.get(), app.today().get());
            assign_view(it, lang.get(), proposal, &by_hand.read(), how)
        }),
        _ => AssignView::default(),
    });
    let handing = Memo::new(move |_| match &*work.read() {
        Assigning::Done(proposal) => app.view(&handover_tables(), |it| {
            let (pool, by_hand, today) = (pool.get(), by_hand.read(), app.today().get());
            let proposal = proposal.as_deref();
            let terms = Terms { proposal, by_hand: &by_hand, rest: rest.get() };
            handover(it, lang.get(), today, pool, terms)
        }),
        _ => None,
    });
    let asked = RwSignal::new(match of.get_untracked() {
        Some(Pool::One(lead)) => Some(lead),
        _ => None,
    });
    let whose = RwSignal::new(None);
    let desk = Desk { app, lang, work, by_hand, pool, rest, assigner, view, handing, asked, whose };
    // The proposal follows the records and the rules; what was chosen by hand stays.
    Effect::new(move |_| {
        app.view(&TABLES, |_| ());
        assigner.start(pool.get());
    });
    let asking_rules = RwSignal::new(false);
    let before = RwSignal::new(Before::new());
    let ask_rules = move || {
        before.set(work.with_untracked(|work| match work {
            Assigning::Done(Some(proposal)) => owners(proposal, &by_hand.read_untracked()),
            _ => Before::new(),
        }));
        asking_rules.set(true);
    };
    view! {
        <div class="two-pane" data-testid="assign-page">
            <div class="two-pane__main">
                <div class="content assign">
                    <div class="toolbar">
                        <PoolSwitch desk of=of.get_untracked() />
                        <ButtonLink
                            icon=Icon::Clock
                            label=move || lang.get().draft_open()
                            href=Route::Draft.href()
                            attr:data-testid="assign-draft"
                        />
                        <span class="toolbar__rest">
                            <Button
                                icon=Icon::Settings
                                label=move || lang.get().assign_rules()
                                slow=true
                                on_press=ask_rules
                                attr:data-testid="assign-rules"
                            />
                            <AcceptButton desk />
                        </span>
                    </div>
                    <Outcome desk />
                </div>
            </div>
            <WhySheet desk />
        </div>
        <RulesDialog desk before open=asking_rules />
    }
}

/// Whose leads are handed out.
#[component]
fn PoolSwitch(desk: Desk, of: Option<Pool>) -> impl IntoView {
    let pool = desk.pool;
    let always = [Pool::Free, Pool::Open];
    let pools = of.into_iter().filter(|it| !always.contains(it)).chain(always).collect::<Vec<_>>();
    view! {
        <div data-testid="assign-pool">
            <PoolField pools pool on_choose=move |chosen: Pool| pool.set(chosen) />
        </div>
    }
}

/// Takes the proposal over as one step, and goes to the board.
#[component]
fn AcceptButton(desk: Desk) -> impl IntoView {
    let Desk { app, lang, work, by_hand, pool, rest, view, handing, .. } = desk;
    let label = move || match view.read().moved {
        _ if handing.read().is_some() => {
            handing.read().as_ref().map(|it| it.act.clone()).unwrap_or_default()
        }
        1 => lang.get().assign_accept_one().to_owned(),
        moved => lang.get().assign_accept(&format::count(lang.get(), moved as u64)),
    };
    let accept = move || {
        let (moves, whys) = work.with_untracked(|work| match work {
            Assigning::Done(Some(proposal)) => {
                let by_hand = by_hand.read_untracked();
                (app.peek(|it| moves(it, proposal, &by_hand)), whys(proposal, &by_hand))
            }
            _ => Default::default(),
        });
        app.act(match pool.get_untracked().handing_over() {
            Some(person) => Command::HandOver(person, moves, whys, rest.get_untracked()),
            None => Command::AssignLeads(moves, whys),
        });
        by_hand.set(ByHand::new());
    };
    let has_some = move || match handing.read().as_ref() {
        Some(handing) => !handing.act.is_empty(),
        None => view.read().moved != 0,
    };
    view! {
        <Show when=has_some>
            <Button
                kind=ButtonKind::Primary
                icon=Icon::Check
                label
                on_press=accept
                attr:data-testid="assign-accept"
            />
        </Show>
    }
}

/// What the page shows: work underway, a proposal, or that there is nothing to hand out.
#[component]
fn Outcome(desk: Desk) -> impl IntoView {
    let Desk { app, lang, work, view, handing, .. } = desk;
    let hands_over = Memo::new(move |_| handing.read().is_some());
    let is_done = Memo::new(move |_| matches!(*work.read(), Assigning::Done(_)));
    let has_rows = Memo::new(move |_| !view.read().rows.is_empty());
    let nobody = move || app.view(&[Table::People], |it| it.people.is_empty());
    let empty = move || {
        let sentence = move || match nobody() {
            true => lang.get().assign_nobody(),
            false => lang.get().assign_nothing(),
        };
        let way_on = move || match nobody() {
            true => view! {
                <ButtonLink
                    kind=ButtonKind::Primary
                    icon=Icon::Team
                    label=move || lang.get().place_team()
                    href=Route::Team.href()
                    attr:data-testid="assign-to-team"
                />
            }
            .into_any(),
            false => view! {
                <ButtonLink
                    label=move || lang.get().lead_to_board()
                    href=Route::Leads(BoardAddress::default()).href()
                    attr:data-testid="assign-to-board"
                />
            }
            .into_any(),
        };
        view! { <EmptyState picture=EmptyPicture::Board sentence>{way_on}</EmptyState> }
    };
    let left = move || match view.read().left {
        0 => None,
        left => {
            let words = lang.get().assign_left(&leads_in_words(lang.get(), left));
            Some(view! { <p class="notice" data-tone="warn" data-testid="assign-left">{words}</p> })
        }
    };
    let beyond = move || {
        let who = view.read().books.beyond.clone();
        let words = (!who.is_empty()).then(|| lang.get().assign_beyond_all(&who))?;
        Some(view! { <p class="notice" data-tone="warn" data-testid="assign-beyond">{words}</p> })
    };
    let estimated = move || match view.read().estimated {
        0 => None,
        some => {
            let words = lang.get().assign_estimated(&format::count(lang.get(), some as u64));
            Some(view! { <p class="section__note" data-testid="assign-estimated">{words}</p> })
        }
    };
    let foreign = move || match view.read().foreign {
        0 => None,
        foreign => {
            let words = lang.get().assign_foreign(&format::count(lang.get(), foreign as u64));
            Some(view! { <p class="section__note">{words}</p> })
        }
    };
    view! {
        <Waiting desk />
        <Show when=move || hands_over.get()>
            <WholeBook desk />
        </Show>
        <Show when=move || is_done.get() && !has_rows.get() && !hands_over.get()>{empty()}</Show>
        <Show when=move || has_rows.get()>
            {left}
            {beyond}
            <Contradictions view />
            {foreign}
            {estimated}
            <div class="assign__box">
                <div class="assign__columns">
                    <ProposalTable desk />
                    <Shares desk />
                </div>
            </div>
        </Show>
    }
}

/// How far the work is, with a way to stop it; stopped, a way to begin again.
#[component]
fn Waiting(desk: Desk) -> impl IntoView {
    let Desk { lang, work, pool, assigner, .. } = desk;
    let share = Signal::derive(move || match *work.read() {
        Assigning::Underway(share) => share,
        _ => 0.0,
    });
    let is_underway = Memo::new(move |_| matches!(*work.read(), Assigning::Underway(_)));
    let is_stopped = Memo::new(move |_| matches!(*work.read(), Assigning::Stopped));
    let label = move || lang.get().assign_working();
    let sentence = move || lang.get().assign_stopped();
    let again = move || assigner.start(pool.get_untracked());
    view! {
        <Show when=move || is_underway.get()>
            <div data-testid="assign-progress">
                <Progress label share on_cancel=move |()| assigner.stop() />
            </div>
        </Show>
        <Show when=move || is_stopped.get()>
            <EmptyState picture=EmptyPicture::Board sentence>
                <Button
                    label=move || lang.get().assign_again()
                    on_press=again
                    attr:data-testid="assign-again"
                />
            </EmptyState>
        </Show>
    }
}

/// What the rules forbid altogether, and why.
#[component]
fn Contradictions(view: Memo<AssignView>) -> impl IntoView {
    let stuck = Memo::new(move |_| view.read().stuck.clone());
    let line = |it: String| {
        view! { <p class="notice" data-tone="warn" data-testid="assign-stuck">{it}</p> }
    };
    view! { {move || stuck.get().into_iter().map(line).collect_view()} }
}
