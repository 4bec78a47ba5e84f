//! A large team's data, made by a seeded generator: names, amounts and dates as in real exports.

use huddle::domain::calendar::Day;
use huddle::domain::customer::Customer;
use huddle::domain::id::*;
use huddle::domain::import::Batch;
use huddle::domain::label::Label;
use huddle::domain::lead::Lead;
use huddle::domain::money::{Currency, Money};
use huddle::domain::people::Person;
use huddle::domain::pipeline::{Outcome, Pipeline, Stage};

use super::random::Random;

const FAMILY: [&str; 12] = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙"];
const GIVEN: [&str; 10] = ["伟", "芳", "娜", "敏", "静", "强", "磊", "洋", "艳", "杰"];
const PLACE: [&str; 10] =
    ["杭州", "苏州", "成都", "武汉", "青岛", "厦门", "长沙", "合肥", "佛山", "无锡"];
const TRADE: [&str; 10] =
    ["云图科技", "精密机械", "医疗器械", "物流", "新材料", "食品", "电子", "软件", "能源", "建材"];
const STEP: [&str; 5] = ["电话回访报价", "上门演示方案", "发送合同草稿", "约见采购负责人", ""];

pub const STAGES: [(&str, Outcome); 6] = [
    ("新线索", Outcome::Open),
    ("初步接触", Outcome::Open),
    ("需求确认", Outcome::Open),
    ("方案报价", Outcome::Open),
    ("赢单", Outcome::Won),
    ("输单", Outcome::Lost),
];

/// A batch of `people` people and `leads` leads.
pub fn batch(people: u64, leads: u64, seed: u64) -> Batch {
    let random = &mut Random(seed);
    let mut batch = Batch::new(Label::Imported("商机.csv".to_owned()));
    let pipeline = PipelineId::of_key("pipeline");
    batch.pipelines.push((pipeline, Pipeline { name: "销售".to_owned(), place: 0 }));
    for (place, (name, outcome)) in STAGES.into_iter().enumerate() {
        let name = name.to_owned();
        let stage = Stage {
            pipeline: Some(pipeline),
            name,
            place: place as i64,
            outcome,
            rotting_days: Some(30),
            ..Stage::default()
        };
        batch.stages.push((stage_id(place as u64), stage));
    }
    for number in 0..people {
        let name = format!("{}{}{number}", pick(random, &FAMILY), pick(random, &GIVEN));
        batch.people.push((PersonId::drawn(number), Person { name, ..Person::default() }));
    }
    let customers = leads / 5 + 1;
    for number in 0..customers {
        let name = format!("{}{}{number}有限公司", pick(random, &PLACE), pick(random, &TRADE));
        let sector = pick(random, &TRADE).to_owned();
        batch
            .customers
            .push((CustomerId::drawn(number), Customer { name, sector, ..Customer::default() }));
    }
    for number in 0..leads {
        batch.leads.push((
            LeadId::of_key(&format!("lead/{number}")),
            lead(random, number, people, customers),
        ));
    }
    batch
}

pub fn stage_id(place: u64) -> StageId {
    StageId::of_key(&format!("stage/{place}"))
}

fn pick<'a>(random: &mut Random, words: &[&'a str]) -> &'a str {
    words[random.below(words.len() as u64) as usize]
}

fn lead(random: &mut Random, number: u64, people: u64, customers: u64) -> Lead {
    let stage = [0, 1, 1, 2, 2, 3, 3, 4, 4, 4, 5, 5][random.below(12) as usize];
    let created = 20_300 + random.below(400) as i64;
    let since = created + random.below(60) as i64;
    let step = pick(random, &STEP);
    Lead {
        name: format!("{}采购{number}", pick(random, &TRADE)),
        customer: Some(CustomerId::drawn(random.below(customers))),
        owner: Some(PersonId::drawn(random.below(people))),
        stage: Some(stage_id(stage)),
        stage_since: Day::from_epoch(since),
        amount: Some(Money::new(random.below(500_000) as i64 * 100, Currency::CNY)),
        created: Day::from_epoch(created),
        closes: Day::from_epoch(since + random.below(90) as i64),
        source: pick(random, &["官网", "展会", "转介绍", "电话"]).to_owned(),
        next_step: step.to_owned(),
        next_step_on: Day::from_epoch(since + 5).filter(|_| !step.is_empty()),
        external: format!("fxiaoke/{number}"),
        ..Lead::default()
    }
}
