//! Surveys in words.

use super::*;
use crate::domain::customer::Customer;
use crate::domain::id::ProductId;
use crate::domain::meeting::MeetingPoint;
use crate::domain::product::Product;
use crate::domain::product_line::ProductLine;
use crate::domain::survey::Answer;
use crate::present::for_tests::{ANN, BOB, OPEN, WON, day, lead, put, team, yuan_of};

const ASKED: SurveyId = SurveyId::drawn(1);

/// Answers about the deals of Ann and of Bob.
fn answered(ann: &[i64], bob: &[i64]) -> Workspace {
    let mut workspace = team();
    put(&mut workspace, ASKED, &Template::Csat.survey());
    lead(&mut workspace, 1, Some(ANN), WON, 10, "2026-11-01");
    lead(&mut workspace, 2, Some(BOB), WON, 10, "2026-11-01");
    put(
        &mut workspace,
        CustomerId::drawn(1),
        &Customer { name: "Acme".to_owned(), ..Customer::default() },
    );
    let all = ann.iter().map(|it| (1, *it)).chain(bob.iter().map(|it| (2, *it)));
    for (nth, (deal, step)) in all.enumerate() {
        let reply = SurveyReply {
            survey: Some(ASKED),
            on: Some(day("2026-11-20")),
            customer: Some(CustomerId::drawn(1)),
            lead: Some(LeadId::drawn(deal)),
            answers: vec![Answer::Number(step), Answer::Words("So".to_owned())],
            ..SurveyReply::default()
        };
        put(&mut workspace, SurveyReplyId::drawn(nth as u64), &reply);
    }
    workspace
}

#[track_caller]
fn check_figure(answers: &[i64], expect: Option<&str>, note: &str) {
    let workspace = answered(answers, &[]);
    let view = results(&workspace, Lang::En, ASKED, day("2026-11-25"), SHOWN).expect("a survey");
    let score = view.questions[0].score.clone().expect("a score");
    assert_eq!((score.figure.as_deref(), score.note.as_str()), (expect, note));
}

#[test]
fn a_figure_needs_answers() {
    check_figure(&[5, 5, 1], None, "Answers: 3, too few for a figure");
    check_figure(&[5; 40], Some("100%"), "91% to 100%, from 40 answers");
}

#[track_caller]
fn check_compared(ann: &[i64], bob: &[i64], expect: [&str; 2]) {
    let workspace = answered(ann, bob);
    let rows = compared(&workspace, Lang::En, ASKED, 0, CompareBy::Person);
    assert_eq!(rows.iter().map(|it| it.verdict).collect::<Vec<_>>(), expect);
}

#[test]
fn people_are_compared_when_numbers_allow() {
    check_compared(&[5, 5], &[1, 1], ["Too few to compare"; 2]);
    check_compared(&[5; 30], &[2; 30], ["Higher", "Lower"]);
    check_compared(
        &[5, 4, 3, 4, 5, 3, 4, 4],
        &[4, 4, 5, 3, 3, 4, 5, 4],
        ["No difference beyond chance"; 2],
    );
}

// By hand: Ann's deal has the cup and the pot, Bob's the pot alone, a third one nothing that is
// known; so the cup has Ann's answers, the pot all but the third's, and nothing is counted twice in
// a group although the cup stands on two lines.
#[test]
fn an_answer_counts_in_every_product_of_its_deal() {
    let mut workspace = answered(&[5; 30], &[1; 30]);
    let [cup, pot] = [1, 2].map(ProductId::drawn);
    put(&mut workspace, cup, &Product { name: "Cup".to_owned(), ..Product::default() });
    put(&mut workspace, pot, &Product { name: "Pot".to_owned(), ..Product::default() });
    let line = |product| ProductLine::one(product, yuan_of(5));
    for (deal, lines) in [(1, vec![line(cup), line(pot), line(cup)]), (2, vec![line(pot)])] {
        let known = workspace.leads.get(LeadId::drawn(deal)).cloned().expect("a lead");
        put(&mut workspace, LeadId::drawn(deal), &Lead { lines, ..known });
    }
    let about_nothing = SurveyReply {
        survey: Some(ASKED),
        answers: vec![Answer::Number(3), Answer::Skipped],
        ..SurveyReply::default()
    };
    put(&mut workspace, SurveyReplyId::drawn(900), &about_nothing);
    let rows = compared(&workspace, Lang::En, ASKED, 0, CompareBy::Product);
    let told: Vec<_> = rows.iter().map(|it| (&*it.name, &*it.answers, it.verdict)).collect();
    let expect = [
        ("Cup", "30", "Higher"),
        ("Pot", "60", "Too few to compare"),
        ("Not known", "1", "Too few to compare"),
    ];
    assert_eq!(told, expect);
}

#[test]
fn bad_answers_are_told_with_who_gave_them() {
    let workspace = answered(&[5, 1], &[4]);
    let bad = bad_lines(&workspace, Lang::En, day("2026-11-25"));
    let told: Vec<_> = bad.iter().map(|it| (it.who.as_str(), it.said.as_str())).collect();
    assert_eq!(told, [("Acme", "How satisfied are you with us? 1/5 · So")]);
}

// By hand: Ann's deal is that of the lead numbered 1; a reply belongs to the survey it answers.
#[test]
fn one_reply_is_told_with_its_deal_on_the_page_of_its_survey_alone() {
    let workspace = answered(&[1], &[]);
    let of = |survey, reply: u64| {
        let reply = SurveyReplyId::drawn(reply);
        single(&workspace, Lang::En, survey, reply, day("2026-11-25"))
    };
    let told = of(ASKED, 0).expect("a reply");
    assert_eq!((told.bad, told.deal.map(|it| it.0)), (true, Some(LeadId::drawn(1))));
    assert_eq!([of(ASKED, 7), of(SurveyId::drawn(2), 0)], [None, None]);
}

#[test]
fn every_template_can_be_asked() {
    for lang in [Lang::En, Lang::Zh] {
        for template in Template::ALL {
            let survey = template.survey();
            assert!(!survey.name.is_empty() && !survey.questions.is_empty(), "{template:?}");
            assert!(survey.questions.iter().all(|it| !lang.question_words(it).is_empty()));
        }
    }
}

// What a template says in a language is what the texts of that language say.
#[test]
fn texts_of_a_template_follow_the_language_and_what_was_written_stays() {
    let mut survey = Template::Needs.survey();
    let said = |survey: &Survey, lang: Lang| {
        let [first, when, _] = &survey.questions[..] else { panic!("{survey:?}") };
        let option = answer_of(lang, when, 0);
        [lang.survey_said(&survey.name), lang.question_words(first), option]
    };
    let of = |lang: Lang| {
        [lang.survey_needs_name(), lang.survey_needs_matter(), lang.survey_needs_now()]
            .map(str::to_owned)
    };
    for lang in [Lang::En, Lang::Zh] {
        assert_eq!(said(&survey, lang), of(lang));
    }
    // As surveys were kept before: in the words of the language that they were begun in.
    survey.name = Lang::Zh.survey_needs_name().to_owned();
    survey.questions[0].text = Lang::Zh.survey_needs_matter().to_owned();
    survey.questions[1].options[0] = Lang::Zh.survey_needs_now().to_owned();
    assert_eq!(said(&survey, Lang::En), of(Lang::En));
    survey.questions[0].text = "Does it matter?".to_owned();
    survey.questions[1].options[0] = "Soon".to_owned();
    let [_, question, option] = said(&survey, Lang::Zh);
    assert_eq!((&*question, &*option), ("Does it matter?", "Soon"));
    for lang in [Lang::En, Lang::Zh] {
        let kept = Lang::survey_kept(lang.survey_why());
        assert_eq!((&*kept, &*lang.survey_said(&kept)), ("@usual/why", lang.survey_why()));
    }
    assert_eq!(Lang::survey_kept("Why?"), "Why?");
}

fn answer_of(lang: Lang, question: &Question, option: i64) -> String {
    results::answer_words(lang, question, &Answer::Number(option))
}

#[test]
fn a_reply_that_a_meeting_has_heard_warns_no_more() {
    let mut workspace = answered(&[1], &[]);
    let settled = |workspace: &Workspace| {
        let view = results(workspace, Lang::En, ASKED, day("2026-11-25"), SHOWN).expect("a survey");
        (view.replies[0].bad, view.replies[0].settled, view.replies[0].note.clone())
    };
    assert_eq!(settled(&workspace), (true, false, "20 Nov".to_owned()));
    let issue = MeetingPoint { closed: Some(5), ..MeetingPoint::issue("Late", None) };
    put(&mut workspace, SurveyReply::issue_of(SurveyReplyId::drawn(0)), &issue);
    assert_eq!(settled(&workspace), (true, true, "20 Nov · talked about in a meeting".to_owned()));
}

#[test]
fn the_rest_of_the_replies_is_counted_and_can_be_shown() {
    let workspace = answered(&[5; 60], &[]);
    let of = |shown| {
        let view =
            results(&workspace, Lang::En, ASKED, day("2026-11-25"), shown).expect("a survey");
        (view.replies.len(), view.more, view.questions[1].said.len())
    };
    assert_eq!([of(SHOWN), of(2 * SHOWN)], [(50, 10, 50), (60, 0, 60)]);
}

#[test]
fn deals_are_found_by_name_and_offered_by_what_happened_last() {
    let mut workspace = team();
    for nth in 0..250 {
        lead(&mut workspace, nth, Some(ANN), WON, 10, "2026-11-01");
        let known = workspace.leads.get(LeadId::drawn(nth)).cloned().expect("a lead");
        let day = Some(day("2026-01-01").plus(nth));
        let customer = Some(CustomerId::drawn(1));
        let lead = Lead { customer, created: day, stage_since: None, ..known };
        put(&mut workspace, LeadId::drawn(nth), &lead);
    }
    let of = |typed: &str, chosen: Option<u64>| {
        let found =
            deals(&workspace, Lang::En, day("2026-12-31"), typed, chosen.map(LeadId::drawn));
        found.into_iter().map(|it| it.0).collect::<Vec<_>>()
    };
    let latest = of("", None);
    assert!(latest.len() == 200 && latest.contains(&LeadId::drawn(249)));
    assert!(!latest.contains(&LeadId::drawn(3)), "nothing happened to it for long");
    assert_eq!(of(" lead 3", None).first(), Some(&LeadId::drawn(3)));
    assert!(of("", Some(3)).contains(&LeadId::drawn(3)), "what is chosen stays");
}

/// All of a customer's deals bear the customer's name: a list of nothing else could not be chosen
/// from.
#[test]
fn deals_of_one_customer_are_told_apart() {
    let mut workspace = answered(&[], &[]);
    let [cup, pot] = [1, 2].map(ProductId::drawn);
    put(&mut workspace, cup, &Product { name: "Cup".to_owned(), ..Product::default() });
    put(&mut workspace, pot, &Product { name: "Pot".to_owned(), ..Product::default() });
    for (nth, product, stage, closes) in
        [(1, cup, WON, "2026-11-01"), (2, pot, WON, "2025-11-01"), (3, pot, OPEN, "2026-12-01")]
    {
        lead(&mut workspace, nth, Some(ANN), stage, 10, closes);
        let known = workspace.leads.get(LeadId::drawn(nth)).cloned().expect("a lead");
        let customer = Some(CustomerId::drawn(1));
        let lead = Lead { name: String::new(), customer, product: Some(product), ..known };
        put(&mut workspace, LeadId::drawn(nth), &lead);
    }
    let told = deals(&workspace, Lang::En, day("2026-12-31"), "acme", None);
    let told: Vec<&str> = told.iter().map(|it| it.1.as_str()).collect();
    let expect = [
        "Acme · Cup · Ann · won · 1 Nov",
        "Acme · Pot · Ann · won · 1 Nov 2025",
        "Acme · Pot · Ann · open",
    ];
    assert_eq!(told, expect);
}

#[test]
fn long_words_of_a_customer_are_cut_in_the_list_of_what_is_bad() {
    let mut workspace = answered(&[1], &[]);
    let id = SurveyReplyId::drawn(0);
    let known = workspace.survey_replies.get(id).cloned().expect("a reply");
    let answers = vec![Answer::Number(1), Answer::Words("晚 \n".repeat(200))];
    put(&mut workspace, id, &SurveyReply { answers, ..known });
    let said = bad_lines(&workspace, Lang::En, day("2026-11-25"))[0].said.clone();
    let words = said.rsplit(" · ").next().unwrap_or_default();
    assert_eq!(words, format!("{}…", "晚 ".repeat(70)));
}
