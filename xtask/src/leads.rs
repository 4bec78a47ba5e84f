//! `cargo xtask leads`: an export of any number of deals, made from the real ones of Maven.
//!
//! Products, stages, dates and amounts are those of real deals drawn again and again, so that their
//! shares stay as they are. Customers and people are the real ones and as many with Chinese names.
//! The same seed makes the same files everywhere.

mod draw;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::paths;
use crate::process::Outcome;
use draw::Draw;

/// How many deals an export has unless another number is said.
pub const DEALS: usize = 10_000;
const SEED: u64 = 2017;
/// Customers with made-up names; the real ones are 85.
const CUSTOMERS: usize = 600;
/// People with made-up names; the real ones are 35.
const PEOPLE: usize = 15;

const SURNAMES: &str = "李 王 张 刘 陈 杨 赵 黄 周 吴 徐 孙 单 曾 仇 解 欧阳 区";
const GIVEN_NAMES: &str =
    "雷 伟 芳 娜 敏 静 丽 强 磊 洋 勇 艳 杰 涛 明 超 梓涵 子轩 雨萱 欣怡 浩然 思远 文博 嘉懿";
const CITIES: &str =
    "北京 上海 广州 深圳 重庆 天津 成都 杭州 武汉 西安 南京 苏州 长沙 厦门 青岛 大连";
const BRANDS: &str =
    "华信 远景 鼎盛 恒通 博雅 金石 云帆 蓝海 中科 启明 瑞丰 宏图 长城 银河 行知 绿洲";
const TRADES: &str = "科技 电子 机械 医疗器械 物流 教育 软件 网络 贸易 建筑 传媒 食品";
const BRANCHES: &str = "Logistics Energy Media Labs Foods Steel Health Partners Networks Supply";

/// The tables of an export: a heading and rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// `sales_pipeline.csv`
    pub deals: String,
    /// `accounts.csv`
    pub customers: String,
    /// `products.csv`
    pub products: String,
    /// `sales_teams.csv`
    pub people: String,
}

/// Where the real export lies.
pub fn real() -> PathBuf {
    paths::root().join("../shared/data/maven_crm/raw")
}

/// Writes an export into a folder and names its files; `count` is how many deals it has.
///
/// # Errors
/// As [`write`], and when `count` is no number.
pub fn run(folder: &str, count: Option<&str>) -> Outcome {
    let count = count.map_or(Ok(DEALS), str::parse)?;
    for file in write(Path::new(folder), count)? {
        println!("{}", file.display());
    }
    Ok(())
}

/// Writes an export of so many deals into a folder and gives its files.
///
/// # Errors
/// When the real data is not there or the folder cannot be written to.
pub fn write(folder: &Path, deals: usize) -> Outcome<Vec<PathBuf>> {
    let export = Export::read(&real())?.made(deals);
    std::fs::create_dir_all(folder)?;
    let mut files = Vec::new();
    for (name, text) in export.files() {
        files.push(folder.join(name));
        std::fs::write(folder.join(name), text)?;
    }
    Ok(files)
}

impl Export {
    fn read(folder: &Path) -> Outcome<Export> {
        let read = |name: &str| {
            let place = folder.join(name);
            std::fs::read_to_string(&place).map_err(|error| format!("{}: {error}", place.display()))
        };
        Ok(Export {
            deals: read("sales_pipeline.csv")?,
            customers: read("accounts.csv")?,
            products: read("products.csv")?,
            people: read("sales_teams.csv")?,
        })
    }

    fn files(&self) -> [(&'static str, &str); 4] {
        [
            ("sales_pipeline.csv", &self.deals),
            ("accounts.csv", &self.customers),
            ("products.csv", &self.products),
            ("sales_teams.csv", &self.people),
        ]
    }

    /// An export of so many deals that looks like this one.
    fn made(&self, deals: usize) -> Export {
        let draw = &mut Draw::seeded(SEED);
        let (customers, customer_names) = more(&self.customers, CUSTOMERS, draw, customer);
        let (people, people_names) = more(&self.people, PEOPLE, draw, person);
        let (heading, real) = table(&self.deals);
        let mut taken = BTreeSet::new();
        let mut rows = Vec::new();
        while rows.len() < deals {
            let mut cells: Vec<&str> = draw.one(&real).split(',').collect();
            let id = draw.key();
            if !taken.insert(id.clone()) {
                continue;
            }
            cells[0] = &id;
            if draw.below(2) == 0 {
                cells[1] = draw.one(&people_names);
            }
            if !cells[3].is_empty() {
                cells[3] = draw.one(&customer_names);
            }
            rows.push(cells.join(","));
        }
        Export { deals: text(heading, &rows), customers, products: self.products.clone(), people }
    }
}

/// A table with so many more rows: those of others under new names. Also gives all names.
fn more(
    real: &str,
    count: usize,
    draw: &mut Draw,
    name: fn(&mut Draw, &[&str]) -> String,
) -> (String, Vec<String>) {
    let (heading, real) = table(real);
    let mut rows: Vec<String> = real.iter().map(|it| (*it).to_owned()).collect();
    let mut names: Vec<String> = real.iter().map(|it| parted(it).0.to_owned()).collect();
    while rows.len() < real.len() + count {
        let fresh = name(draw, &real);
        if !names.contains(&fresh) {
            rows.push(format!("{fresh},{}", parted(draw.one(&real)).1));
            names.push(fresh);
        }
    }
    (text(heading, &rows), names)
}

/// Three of four have a Chinese name, the others that of a branch of a real one.
fn customer(draw: &mut Draw, real: &[&str]) -> String {
    if draw.below(4) == 0 {
        let parent = parted(draw.one(real)).0;
        return format!("{parent} {}", draw.word(BRANCHES));
    }
    format!("{}{}{}有限公司", draw.word(CITIES), draw.word(BRANDS), draw.word(TRADES))
}

fn person(draw: &mut Draw, _real: &[&str]) -> String {
    format!("{}{}", draw.word(SURNAMES), draw.word(GIVEN_NAMES))
}

fn table(text: &str) -> (&str, Vec<&str>) {
    let mut lines = text.lines();
    let heading = lines.next().unwrap_or_default();
    (heading, lines.filter(|row| !row.is_empty()).collect())
}

/// The first cell of a row and the rest of it.
fn parted(row: &str) -> (&str, &str) {
    row.split_once(',').unwrap_or((row, ""))
}

fn text(heading: &str, rows: &[String]) -> String {
    format!("{heading}\n{}\n", rows.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn export() -> Export {
        Export {
            deals: "opportunity_id,sales_agent,product,account,deal_stage\n\
                1,Ann Lee,GTX,Acme,Won\n2,Bob Ray,MG,,Engaging\n"
                .to_owned(),
            customers: "account,sector\nAcme,toys\n".to_owned(),
            products: "product\nGTX\nMG\n".to_owned(),
            people: "sales_agent,manager\nAnn Lee,Mo\nBob Ray,Mo\n".to_owned(),
        }
    }

    #[test]
    fn the_same_seed_makes_the_same_export() {
        assert_eq!(export().made(50), export().made(50));
    }

    #[test]
    fn deals_keep_their_product_and_stage_and_name_only_known_customers_and_people() {
        let made = export().made(200);
        let known = |table: &str, name: &str| table.lines().any(|row| parted(row).0 == name);
        let (_, rows) = table(&made.deals);
        assert_eq!(rows.len(), 200);
        for row in rows {
            let cells: Vec<&str> = row.split(',').collect();
            assert!(known(&made.people, cells[1]) && known(&made.products, cells[2]), "{row}");
            assert!(cells[3].is_empty() || known(&made.customers, cells[3]), "{row}");
            assert_eq!(cells[2] == "GTX", cells[4] == "Won", "{row}");
        }
    }
}
