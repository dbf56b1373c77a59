using System.Collections.Immutable;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>What was decided and why (sections 5 and 9 to 14 of law.md 3.1).</summary>
internal static class DecisionSections
{
    public static Section OperativePart(LetterKind kind, LetterMatter matter, Language language) =>
        Section("Heading.OperativePart", language, Text(language, $"Operative.{kind}{(kind.Proposes() && matter.Decision?.Sanction is not null ? ".Sanction" : "")}", matter.Exam.Title, matter.ExamDate.InWords(language)));

    public static Section WhatItMeans(LetterKind kind, LetterMatter matter, Language language) =>
        Section("Heading.WhatItMeans", language, new BulletList(
        [
            LetterTexts.Of("Means.Result." + (kind is LetterKind.Valid ? "Valid" : "Invalid"), language),
            .. kind is LetterKind.Valid ? [] : ImmutableArray.Create(LetterTexts.Of($"Means.Retake.{Plain(kind, matter)}", language)),
            LetterTexts.Of(matter.Decision?.Sanction is null ? "Means.NoSanction" : "Means.Sanction", language),
            .. kind.Proposes() ? ImmutableArray.Create(LetterTexts.Of("Means.Proposal", language)) : [],
            LetterTexts.Of("Means.Appeal", language, matter.AppealTerm.LastDay.WithWeekday(language)),
        ]));

    // Whatever is proposed beside it, fraud has the consequences of fraud.
    private static LetterKind Plain(LetterKind kind, LetterMatter matter) => kind.Proposes() && matter.Decision is { } decision ? LetterKinds.Of(decision) : kind;

    public static Section Rules(LetterKind kind, LetterMatter matter, Language language) =>
        Rules(kind.IsFraud() ? "Rules.LawFraud" : "Rules.Law", kind.IsFraud(), matter, language);

    /// <param name="law">The key of the article of the law that gives the power.</param>
    /// <param name="fraud">Whether the regulations on fraud are at issue too.</param>
    public static Section Rules(string law, bool fraud, LetterMatter matter, Language language, params ImmutableArray<Block> more)
    {
        var regulations = Enum.GetValues<RegulationKind>()
            .Where(regulation => regulation is not RegulationKind.EducationExamRegulations || fraud)
            .Select(regulation => Regulations.On(matter.ExamDate, regulation))
            .OfType<Regulation>()
            .Select(regulation => LetterTexts.Of("Rules.Since", language, regulation.Name(language), regulation.From.InWords(language)));
        return Section("Heading.Rules", language,
        [
            Text(language, "Rules.Intro", matter.ExamDate.InWords(language)),
            new BulletList([LetterTexts.Of(law, language), .. regulations]),
            .. more,
        ]);
    }

    public static Section Considerations(LetterKind kind, LetterMatter matter, Language language)
    {
        if (matter.Decision is not { } decision) return Section("Heading.Considerations", language);

        var blocks = ImmutableArray.CreateBuilder<Block>();
        if (kind.IsIrregularity()) blocks.AddRange(IrregularityFound(decision, language));
        else blocks.Add(Text(language, kind.IsFraud() ? "Considerations.Fraud" : "Considerations.Valid"));
        if (matter.Deviates && decision.DeviationReasons.Length > 0)
        {
            blocks.Add(Text(language, $"Considerations.Deviation.{matter.Report?.Suspicion}"));
            blocks.AddRange(Blocks.FromFreeText(decision.DeviationReasons));
        }

        if (decision.CannotEstablish.Length > 0)
        {
            blocks.Add(Text(language, "Considerations.CannotEstablish"));
            blocks.AddRange(Blocks.FromFreeText(decision.CannotEstablish));
            // Without a line of their own the reasons would read as more that cannot be established (Awb 3:46).
            if (decision.Reasons.Length > 0) blocks.Add(Text(language, "Considerations.Reasons"));
        }

        blocks.AddRange(Blocks.FromFreeText(decision.Reasons));
        return new Section(LetterTexts.Of("Heading.Considerations", language), blocks.ToImmutable());
    }

    private static IEnumerable<Block> IrregularityFound(Decision decision, Language language)
    {
        var grounds = Enum.GetValues<Grounds43a>().Where(ground => ground is not Grounds43a.None && decision.Grounds.HasFlag(ground)).ToArray();
        return grounds.Length is 0
            ? [Text(language, "Considerations.Irregularity"), Text(language, "Considerations.NoFraud")]
            :
            [
                Text(language, "Considerations.IrregularityGrounds"),
                new BulletList([.. grounds.Select((ground, at) => LetterTexts.Of($"Ground43a.{ground}", language) + (at < grounds.Length - 1 ? ";" : "."))]),
                Text(language, "Considerations.NoFraud"),
            ];
    }

    public static Section AttributionAndRetake(LetterMatter matter, Language language)
    {
        if (matter.Decision is not { Outcome: Outcome.Irregularity, Attribution: { } attribution } decision) return Section("Heading.Attribution", language);

        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(Text(language, $"Attribution.{attribution}"));
        if (matter.ReportDuringTest is { } report)
            blocks.Add(Text(language, "Attribution.Report", Timecode.Of(report.At), matter.Sitting.WallClock(report.At).ClockWithSeconds(language), report.Text));
        if (matter.Exam.Instruction(decision.InstructionId) is { DeliveredAt: { } delivered } instruction)
            blocks.Add(Text(language, "Attribution.Instruction", language is Language.English ? instruction.English : instruction.Dutch, Calendar.Amsterdam.DateOf(delivered).InWords(language)));
        blocks.Add(new Paragraph(Article43a.Of(matter.Ground.Situation(decision.Draft)).Why(language)));
        blocks.AddRange(Quoted(RegulationKind.BoardRules, attribution is Attribution.Student ? [Provisions.Account, Provisions.OwnRisk] : [Provisions.Account], matter.ExamDate, language));
        blocks.Add(Text(language, $"Retake.{RetakeRules.Of(attribution).Right}"));
        return new Section(LetterTexts.Of("Heading.Attribution", language), blocks.ToImmutable());
    }

    /// <summary>The article itself, as it read on the day of the test (Awb 3:47).</summary>
    public static IEnumerable<Block> Quoted(RegulationKind regulation, IEnumerable<string> provisions, DateOnly examDate, Language language) =>
        from id in provisions
        let provision = Regulations.On(examDate, regulation)?.Provision(id)
        where provision is not null
        select new Quotation($"{provision.Name(language)}: “{provision.Text(language)}”");

    public static Section FraudEstablished(LetterMatter matter, Language language)
    {
        if (matter.Decision is not { Outcome: Outcome.Fraud } decision) return Section("Heading.Fraud", language);

        return Section("Heading.Fraud", language,
        [
            Text(language, "Fraud.Definition"),
            new BulletList([.. decision.FraudCodes.Select(code => GroundCatalogue.Find(code)?.Name(language)).OfType<string>()]),
            Text(language, "Fraud.Provision"), .. Blocks.FromFreeText(decision.ViolatedProvision),
            Text(language, "Fraud.Evidence"), .. Blocks.FromFreeText(decision.Evidence),
            Text(language, "Fraud.Alternatives"), .. Blocks.FromFreeText(decision.Alternatives),
        ]);
    }

    public static Section SanctionImposed(LetterMatter matter, Language language)
    {
        if (matter.Decision?.Sanction is not { } sanction || SanctionCatalogue.Find(sanction.Kind) is not { } kind) return Section("Heading.Sanction", language);

        var sentence = kind.Excludes && sanction is { From: { } from, Until: { } until }
            ? Text(language, "Sanction.Exclusion", from.InWords(language), until.InWords(language))
            : Text(language, "Sanction.Other", kind.Name(language), kind.Source);
        return Section("Heading.Sanction", language, kind.Excludes ? [sentence, new BulletList(sanction.Exams)] : [sentence]);
    }

    public static Section Proportionality(LetterMatter matter, Language language) =>
        Section("Heading.Proportionality", language, [.. Blocks.FromFreeText(matter.Decision?.Proportionality ?? "")]);

    private static Section Section(string heading, Language language, params Block[] blocks) => new(LetterTexts.Of(heading, language), [.. blocks]);

    private static Paragraph Text(Language language, string key, params object?[] fill) => new(LetterTexts.Of(key, language, fill));
}
