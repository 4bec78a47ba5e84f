//! Words of records that may be the same: offered, compared, merged.

use super::{Lang, texts};
use crate::domain::duplicates::{Reason, Strength};

texts! {
    place_duplicates: "Duplicates", "重复数据";
    more_duplicates: "Customers and leads that are there twice", "重复的客户与线索";
    duplicates_kind: "What is compared", "比较对象";
    duplicates_customers: "Customers", "客户";
    duplicates_leads: "Open leads", "进行中的线索";
    duplicates_count(n: &str): "Pairs that may be the same: {n}", "可能重复：{n} 对";
    duplicates_none: "Nothing looks like a duplicate.", "没有发现重复。";
    duplicates_keep: "Which one stays", "保留哪一条";
    duplicates_fields: "Which value stays", "保留哪个值";
    duplicates_nothing: "nothing", "空";
    duplicates_alike: "No field that is shown differs.", "显示的字段都相同。";
    duplicates_moves(n: &str): "Records that move to the one that stays: {n}. One undo brings both back.", "将转到保留项的数据：{n} 条。撤销一次即可全部恢复。";
    duplicates_merge: "Merge", "合并";
    duplicates_was(name: &str): "{name} was merged into this lead; its history is part of the list.", "“{name}”已并入此线索，其变更记录列在其中。";
    duplicates_went_into(name: &str): "This lead was merged into {name}.", "此线索已并入“{name}”。";
    duplicates_open_kept: "Open that lead", "打开该线索";
    duplicates_distinct: "Not the same", "不是同一个";
    duplicates_aliases: "Merged records", "已合并的数据";
    duplicates_sure: "Sure", "确定";
    duplicates_likely: "Likely", "可能";
    duplicates_same_name: "same name", "名称相同";
    duplicates_same_mail: "same mail address", "邮箱相同";
    duplicates_same_phone: "same phone", "电话相同";
    duplicates_same_core: "same name but for the legal form or place", "仅公司形式或地名不同";
    duplicates_same_domain: "same web domain", "网站域名相同";
    duplicates_same_deal: "same name with the same customer", "同一客户的同名线索";
    duplicates_same_amount: "same amount with the same customer", "同一客户、金额相同";
    duplicates_same_sound: "sounds the same in Chinese and Latin letters", "中英文名读音相同";
    duplicates_pair(a: &str, b: &str): "{a} · {b}", "{a} · {b}";
    duplicates_like_lead(title: &str, why: &str): "May be the lead {title}: {why}", "可能是已有线索“{title}”：{why}";
    duplicates_has_open(leads: &str, titles: &str): "The customer has {leads} open already: {titles}", "该客户已有 {leads}进行中：{titles}";
    duplicates_use(name: &str): "Take {name}", "使用“{name}”";
    duplicates_see: "Look at it", "查看";
    duplicates_compare: "Compare the two", "比较两者";
    duplicates_looks_like(name: &str, why: &str): "Looks like {name}: {why}", "与“{name}”相似：{why}";
}

impl Lang {
    /// Why two records may be the same.
    pub const fn duplicate_reason(self, reason: Reason) -> &'static str {
        match reason {
            Reason::SameName => self.duplicates_same_name(),
            Reason::SameMail => self.duplicates_same_mail(),
            Reason::SamePhone => self.duplicates_same_phone(),
            Reason::SameCore => self.duplicates_same_core(),
            Reason::SameDomain => self.duplicates_same_domain(),
            Reason::SameDeal => self.duplicates_same_deal(),
            Reason::SameAmount => self.duplicates_same_amount(),
            Reason::SameSound => self.duplicates_same_sound(),
        }
    }

    /// How sure it is.
    pub const fn duplicate_strength(self, strength: Strength) -> &'static str {
        match strength {
            Strength::Sure => self.duplicates_sure(),
            Strength::Likely => self.duplicates_likely(),
        }
    }
}
