//! The sample is coherent, the same everywhere, and can be left.

use super::clear::{added, clear};
use super::*;
use crate::domain::activity::Activity;
use crate::domain::apply::apply;
use crate::domain::call::DealCall;
use crate::domain::command::{Command, Context};
use crate::domain::for_tests::take;
use crate::domain::goal::Bearer;
use crate::domain::workspace::{Table, Workspace};
use std::collections::BTreeMap;

const DAYS: [&str; 4] = ["2026-11-23", "2024-02-29", "2026-01-01", "2027-12-31"];

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn words(word: &'static str, currency: Currency) -> Words {
    Words {
        currency,
        company: word,
        teams: [word; TEAMS],
        regions: [word; TEAMS],
        people: [word; PEOPLE],
        roles: [word; 3],
        absence: word,
        customers: [word; CUSTOMERS],
        sectors: [word; 6],
        places: [word; 9],
        products: [word; PRODUCTS],
        series: [word; 3],
        occasions: [word; 8],
        sources: [word; 5],
        contact_names: [word; 8],
        contact_roles: [word; 8],
        phone: word,
        talks: [word; 10],
        outcomes: [word; 5],
        needs: [word; 6],
        next_steps: [word; 6],
        loss_reasons: [word; 5],
        objectives: [[word; 3]; OBJECTIVES],
        market: [[word; 2]; super::market::NOTES],
        assumptions: [word; super::market::ASSUMPTIONS],
        deliveries: [[word; 3]; super::delivery::DELIVERIES],
        survey: [word; 4],
        points: [word; 4],
        feedback: [[word; 4]; 4],
        praise: [[word; 2]; 3],
        drill: [word; 2],
        plan: [word; 3],
        rewards: [word; USUAL_REWARDS.len()],
        levels: [word; USUAL_LEVELS],
        judged: [word; 2],
        pipeline: word,
        stages: [word; STAGES],
    }
}

fn sample(today: &str) -> Batch {
    team(&words("A", Currency::USD), day(today))
}

fn given(workspace: &mut Workspace, command: Command) {
    let changes = apply(workspace, &command, &Context { today: day(DAYS[0]) }).expect("accepted");
    take(workspace, &changes);
}

fn workspace() -> Workspace {
    let mut workspace = Workspace::default();
    given(&mut workspace, Command::Import(Box::new(sample(DAYS[0]))));
    workspace
}

fn check_references(workspace: &Workspace) {
    for (id, lead) in workspace.leads.iter() {
        let whole = lead.customer.is_none_or(|it| workspace.customers.has(it))
            && lead.owner.is_none_or(|it| workspace.people.has(it))
            && lead.products().into_iter().all(|it| workspace.products.has(it))
            && lead.above_lines().is_none_or(|it| it.minor == 0)
            && lead.stage.is_some_and(|it| workspace.stages.has(it));
        assert!(whole, "{id}: {lead:?}");
    }
    assert!(workspace.people.values().all(|it| it.team.is_none_or(|it| workspace.teams.has(it))));
    assert!(workspace.stages.values().all(|it| workspace.pipelines.find(it.pipeline).is_some()));
    let parents = workspace.customers.values().filter_map(|it| it.parent);
    assert!(parents.into_iter().all(|it| workspace.customers.has(it)));
    let absent = workspace.absences.values().filter_map(|it| it.person);
    assert!(absent.into_iter().all(|it| workspace.people.has(it)));
    for activity in workspace.activities.values() {
        let whole = activity.has_subject(workspace)
            && activity.person.is_none_or(|it| workspace.people.has(it));
        assert!(whole, "{activity:?}");
    }
    let with = workspace.contacts.values().filter_map(|it| it.customer);
    assert!(with.into_iter().all(|it| workspace.customers.has(it)));
}

#[test]
fn every_reference_exists() {
    check_references(&workspace());
}

#[test]
fn every_lead_closes_after_it_was_created_and_nothing_past_lies_ahead() {
    for today in DAYS {
        let batch = sample(today);
        let won_or_lost = [stage_id(STAGES - 2), stage_id(STAGES - 1)];
        for (_, lead) in &batch.leads {
            let (created, closes) = (lead.created.expect("a day"), lead.closes.expect("a day"));
            let since = lead.stage_since.expect("a day");
            assert!(created <= closes && created <= since && since <= day(today), "{lead:?}");
            let closed = lead.stage.is_some_and(|it| won_or_lost.contains(&it));
            assert!(!closed || closes <= day(today), "{lead:?}");
        }
    }
}

#[test]
fn what_was_done_lies_in_the_life_of_its_lead() {
    for today in DAYS {
        let batch = sample(today);
        let created = |id| batch.leads.iter().find(|(it, _)| Some(*it) == id)?.1.created;
        for (_, activity) in &batch.activities {
            let on = activity.on.expect("a day");
            let lived = created(activity.lead).is_some_and(|it| it <= on) && on <= day(today);
            assert!(activity.planned || lived, "{activity:?}");
        }
    }
}

#[test]
fn goals_of_people_add_up_to_teams_and_company() {
    let batch = sample(DAYS[0]);
    let mut sums: BTreeMap<_, [i64; 3]> = BTreeMap::new();
    for (_, goal) in &batch.goals {
        let place = match goal.bearer.expect("a bearer") {
            Bearer::Company => 0,
            Bearer::Team(_) => 1,
            Bearer::Person(_) => 2,
        };
        let minor = goal.quota.expect("a quota").minor;
        sums.entry(goal.period.expect("a period")).or_default()[place] += minor;
    }
    assert_eq!(sums.len(), 3);
    assert!(sums.values().all(|[whole, teams, people]| whole == teams && teams == people));
}

#[test]
fn all_words_have_the_same_figures() {
    let shape = |words: Words| {
        let batch = team(&words, day(DAYS[0]));
        let leads = batch.leads.into_iter().map(|(id, it)| {
            let amount = it.amount.map(|amount| amount.minor);
            let days = (it.created, it.closes, it.stage_since, it.next_step_on);
            (id, it.owner, it.customer, it.product, it.stage, amount, days, it.probability)
        });
        let goals = batch.goals.into_iter().map(|(id, it)| (id, it.quota.map(|it| it.minor)));
        (leads.collect::<Vec<_>>(), goals.collect::<Vec<_>>())
    };
    assert_eq!(shape(words("A", Currency::USD)), shape(words("甲", Currency::CNY)));
}

#[test]
fn the_sample_has_something_to_say() {
    let batch = sample(DAYS[0]);
    let today = day(DAYS[0]);
    let open: Vec<&Lead> = batch.leads[leads::CLOSED..].iter().map(|(_, it)| it).collect();
    let late = open.iter().filter(|it| it.next_step_on.is_some_and(|it| it < today)).count();
    let bare = open.iter().filter(|it| it.next_step.is_empty()).count();
    let pool = open.iter().filter(|it| it.owner.is_none()).count();
    let won = won_leads(&batch).len();
    assert!(3 <= late && 3 <= bare && 2 <= pool, "{late} {bare} {pool}");
    assert!((60..=90).contains(&won), "{won} won");
    assert!(batch.settings.is_some_and(|it| it.sample));
}

#[test]
fn a_cleared_sample_leaves_nothing_behind() {
    let mut workspace = workspace();
    given(&mut workspace, Command::ClearSample);
    let left: usize = Table::ALL.iter().map(|table| workspace.count(*table)).sum();
    assert_eq!((left, workspace.settings().sample), (1, false));
}

#[test]
fn what_was_added_stays_with_all_it_refers_to() {
    let mut workspace = workspace();
    let lead = Lead {
        name: "Own".to_owned(),
        owner: Some(person_id(5)),
        customer: Some(customer_id(9)),
        stage: Some(stage_id(0)),
        ..Lead::default()
    };
    given(&mut workspace, Command::AddLead(LeadId::drawn(7), Box::new(lead)));
    let own =
        Activity { lead: Some(LeadId::drawn(7)), on: Some(day(DAYS[0])), ..Activity::default() };
    given(&mut workspace, Command::SaveActivity(ActivityId::drawn(8), Box::new(own)));
    assert_eq!(added(&workspace), 1);
    workspace.refresh(Table::Settings, Settings::ID.into(), None);
    take_clear(&mut workspace);
    check_references(&workspace);
    assert_eq!(workspace.count(Table::Activities), 1);
    let counts = [Table::Leads, Table::People, Table::Teams, Table::Customers, Table::Stages]
        .map(|table| workspace.count(table));
    assert_eq!(counts, [1, 1, 1, 2, STAGES]);
}

fn take_clear(workspace: &mut Workspace) {
    let changes = clear(workspace);
    take(workspace, &changes);
}

#[test]
fn an_empty_start_has_stages_and_no_leads() {
    let batch = empty_start(&words("A", Currency::CNY), Currency::USD);
    assert_eq!((batch.pipelines.len(), batch.stages.len(), batch.leads.len()), (1, STAGES, 0));
    assert_eq!(batch.settings.map(|it| (it.sample, it.currency())), Some((false, Currency::USD)));
}

#[test]
fn on_every_day_a_deal_of_the_quarter_waits_for_its_call() {
    for ahead in 0..730 {
        let today = day(DAYS[0]).plus(ahead);
        let batch = team(&words("A", Currency::USD), today);
        let quarter = FiscalStart::new(1).quarter_of(today);
        let called: Vec<_> = batch.calls.iter().map(|(id, _)| *id).collect();
        let waits = batch.leads.iter().any(|(id, lead)| {
            let open = (0..STAGES - 2).any(|it| lead.stage == Some(stage_id(it)));
            let due = lead.closes.is_some_and(|it| FiscalStart::new(1).quarter_of(it) == quarter);
            open && due && lead.owner.is_some() && !called.contains(&DealCall::id_of(*id, quarter))
        });
        assert!(waits, "{today}");
    }
}

#[test]
fn something_in_the_sample_is_worth_a_word_on_any_day() {
    use crate::domain::thanks::{awards, facts, wall};
    for today in DAYS {
        let mut workspace = Workspace::default();
        given(&mut workspace, Command::Import(Box::new(sample(today))));
        assert!(!facts(&workspace, day(today)).is_empty(), "{today}");
        assert_eq!(wall(&workspace).len(), 3, "{today}");
        let month = crate::domain::calendar::Span { first: day(today).minus(60), last: day(today) };
        assert!(!awards(&workspace, month).is_empty(), "{today}");
    }
}

/// Meetings that were tried with the sample's people alone go with all that belongs to them; one
/// that somebody who was added was at stays, without those who go.
#[test]
fn tried_meetings_go_with_what_belongs_to_them() {
    use crate::domain::for_tests::put;
    use crate::domain::id::*;
    use crate::domain::meeting::{Meeting, MeetingMark, MeetingPoint, ReadMark, Request, Source};
    use crate::domain::people::Person;
    let mut workspace = Workspace::default();
    given(&mut workspace, Command::Import(Box::new(sample(DAYS[0]))));
    let (ann, own) = (person_id(0), PersonId::drawn(7));
    put(&mut workspace, own, &Person { name: "Own".to_owned(), ..Person::default() });
    let [tried, real] = [1, 2].map(MeetingId::drawn);
    for (id, people) in [(tried, vec![ann]), (real, vec![ann, own])] {
        put(&mut workspace, id, &Meeting { people, begun: Some(1), ..Meeting::default() });
        let mark = MeetingMark { meeting: Some(id), ..MeetingMark::default() };
        put(&mut workspace, MeetingMark::id_of(id, 0), &mark);
    }
    let point = |meeting, source, owner| MeetingPoint {
        meeting,
        owner,
        ..MeetingPoint::issue("Say", source)
    };
    let sold = Some(Source::Lead(lead_id(0)));
    for (id, it) in [
        (1, point(Some(tried), None, Some(own))),
        (2, point(None, sold, None)),
        (3, point(Some(real), None, Some(ann))),
        (4, point(None, None, None)),
    ] {
        put(&mut workspace, MeetingPointId::drawn(id), &it);
    }
    let news = AnnouncementId::drawn(1);
    for person in [ann, own] {
        let mark = ReadMark { announcement: Some(news), person: Some(person), day: None };
        put(&mut workspace, ReadMark::id_of(news, person), &mark);
    }
    let asked = |lead, by| Request { lead, by, ..Request::default() };
    put(&mut workspace, RequestId::drawn(1), &asked(Some(lead_id(0)), None));
    put(&mut workspace, RequestId::drawn(2), &asked(None, Some(ann)));
    let changes = clear(&workspace);
    take(&mut workspace, &changes);
    let ids = |it: Vec<RecordId>| it.into_iter().map(|it| it.0).collect::<Vec<_>>();
    let points = workspace.meeting_points.iter().map(|it| it.0.into()).collect();
    assert_eq!(ids(points), [3, 4]);
    assert!(workspace.meetings.get(tried).is_none() && workspace.meeting_marks.len() == 1);
    assert_eq!(workspace.meetings.get(real).map(|it| it.people.clone()), Some(vec![own]));
    assert_eq!(
        workspace.meeting_points.get(MeetingPointId::drawn(3)).and_then(|it| it.owner),
        None
    );
    assert!(workspace.read_marks.len() == 1 && workspace.requests.len() == 1);
    assert_eq!(workspace.requests.get(RequestId::drawn(2)).and_then(|it| it.by), None);
}
