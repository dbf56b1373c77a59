using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Necessity;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Letters;

/// <summary>What happened: the course of the procedure, the moments, the student's view and the reply to it (sections 6, 7 and 8 of law.md 3.1).</summary>
internal static class FactSections
{
    public static Section Procedure(LetterMatter matter, Language language)
    {
        // The portal works in Dutch; who reads in English is told why parts of the letter are not.
        Block[] last = language is Language.English ? [Text("Procedure.AsWritten")] : [];
        // In the order in which it happened; what fell on one day, in that of the procedure.
        return new Section(LetterTexts.Of("Heading.Procedure", language), [.. Steps().OrderBy(step => step.On).SelectMany(step => step.Told), .. last]);

        IEnumerable<(DateOnly On, ImmutableArray<Block> Told)> Steps()
        {
            yield return (matter.ExamDate, [Text("Procedure.Sitting", matter.ExamDate.InWords(language), matter.Exam.Title, matter.Sitting.Start.Clock(language), matter.Sitting.End.Clock(language))]);
            if (matter.ExaminerReport is { } own)
                yield return (Amsterdam.DateOf(own.At), [Text("Procedure.ByExaminer", Day(own.At), own.ByName), .. Blocks.FromFreeText(matter.Quoted(own.Text))]);
            if (matter.Review is { Opinion: SecondOpinion.Supports, OpinionAt: { } second })
                yield return (Amsterdam.DateOf(second), [Text(Coverage.AreWhole(matter.WatchedSecond) ? "Procedure.SecondReview" : "Procedure.SecondReview.Part", Day(second), matter.WatchedSecond.Shares(language))]);
            if (matter.Report?.SignedAt is { } signed)
                yield return (Amsterdam.DateOf(signed), [Text("Procedure.Report", Day(signed), matter.Report.SignedByName)]);
            if (matter.Investigation is { Findings: not "" } investigation)
                yield return (Amsterdam.DateOf(investigation.TakenUpAt), [Text(matter.Text("Procedure.Investigation"), Day(investigation.TakenUpAt)), .. Blocks.FromFreeText(matter.Quoted(investigation.Findings))]);
            if (matter.Invitation is { } invitation)
                yield return (Amsterdam.DateOf(invitation.InvitedAt), [Text(matter.Text("Procedure.Invitation"), Day(invitation.InvitedAt), invitation.ReactBy.InWords(language))]);
            if (matter.Session is { } session)
                yield return (session.Date, [Text("Procedure.Session", session.Date.InWords(language), session.Members.Select(member => member.Name).Enumerate(language))]);
        }

        string Day(DateTimeOffset at) => Amsterdam.DateOf(at).InWords(language);

        Paragraph Text(string key, params object?[] fill) => new(LetterTexts.Of(key, language, fill));
    }

    public static Section Findings(LetterMatter matter, Language language)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var findings = matter.Findings.ToArray();
        if (findings.Length > 0)
        {
            blocks.Add(new Paragraph(LetterTexts.Of("Findings.Intro", language, matter.Sitting.Start.ClockWithSeconds(language))));
            blocks.Add(Moments(findings, matter, language));
        }

        var gaps = matter.Tracks.Where(track => !track.Missing.IsEmpty).ToArray();
        if (gaps.Length > 0)
        {
            blocks.Add(new Paragraph(LetterTexts.Of("Findings.Gaps", language)));
            blocks.Add(new BulletList([.. gaps.Select(track => LetterTexts.Of($"Findings.Gap.{track.Role}", language, string.Join(", ", track.Missing)))]));
        }

        var reports = matter.Messages.Where(message => message.IsReportDuring(matter.Sitting)).ToArray();
        if (reports.Length > 0)
        {
            blocks.Add(new Paragraph(LetterTexts.Of("Findings.Messages", language)));
            blocks.Add(new BulletList([.. reports.Select(message => $"{Timecode.Of(message.At)} ({matter.Sitting.WallClock(message.At).ClockWithSeconds(language)}): “{matter.Quoted(message.Text)}”")]));
        }

        var favour = matter.InFavour.Select(observation => $"{observation.Fragment}: {matter.Quoted(observation.Seen)}").ToImmutableArray();
        if (!favour.IsEmpty || matter.Report is { Exculpatory: not "" })
        {
            blocks.Add(new Paragraph(LetterTexts.Of("Findings.InFavour", language)));
            if (!favour.IsEmpty) blocks.Add(new BulletList(favour));
            if (matter.Report is { Exculpatory: not "" } report) blocks.AddRange(Blocks.FromFreeText(matter.Quoted(report.Exculpatory)));
        }

        return new Section(LetterTexts.Of("Heading.Findings", language), blocks.ToImmutable());
    }

    public static Section ViewAndReply(LetterMatter matter, Language language)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        if (matter.View is { ReceivedAt: { } received } view)
        {
            // Each in its own words and with its own day, in the order in which they came (Awb 4:9).
            if (view.Form is not ViewForm.Oral) blocks.AddRange(InWriting($"View.{view.Form}", matter, language, received));
            else if (view.IsBeside(matter.Hearing)) blocks.AddRange(InWriting("View.Written", matter, language, received).Concat(Heard(matter, language, received)));
            else blocks.AddRange(Heard(matter, language, received).Concat(view.Written(matter.Hearing).Length > 0 ? InWriting("View.Added", matter, language, received) : []));
            if (matter.Decision is { ReplyToView: not "" } decision)
            {
                blocks.Add(new Paragraph(LetterTexts.Of("View.Reply", language)));
                blocks.AddRange(Blocks.FromFreeText(decision.ReplyToView));
            }
        }

        return new Section(LetterTexts.Of("Heading.View", language), blocks.ToImmutable());
    }

    private static IEnumerable<Block> InWriting(string key, LetterMatter matter, Language language, DateTimeOffset received)
    {
        yield return new Paragraph(LetterTexts.Of(key, language, Amsterdam.DateOf(received).InWords(language)));
        if (matter.View!.Written(matter.Hearing) is { Length: > 0 } words) yield return new Quotation(matter.Quoted(words));
        if (matter.Attachments.IsEmpty) yield break;
        yield return new Paragraph(LetterTexts.Of("View.Attachments", language));
        yield return new BulletList([.. matter.Attachments.Select(item => matter.Quoted(item.Name))]);
    }

    private static IEnumerable<Block> Heard(LetterMatter matter, Language language, DateTimeOffset received)
    {
        var hearing = matter.Hearing;
        yield return new Paragraph(LetterTexts.Of("View.Oral", language, Amsterdam.DateOf(hearing?.PlannedAt ?? received).InWords(language), hearing?.Attendees));
        if (hearing is { CautionGiven: true }) yield return new Paragraph(LetterTexts.Of("View.Caution", language));
        if (matter.View!.Spoken(hearing) is { Length: > 0 } words) yield return new Quotation(matter.Quoted(words));
        if (hearing is not { CommentedAt: { } commented, Comment: not "" }) yield break;
        yield return new Paragraph(LetterTexts.Of("View.MinutesComment", language, Amsterdam.DateOf(commented).InWords(language)));
        yield return new Quotation(matter.Quoted(hearing.Comment));
    }

    private static Table Moments(IEnumerable<Observation> findings, LetterMatter matter, Language language) => new(
        [LetterTexts.Of("Moments.When", language), LetterTexts.Of("Moments.Clock", language), LetterTexts.Of("Moments.What", language), LetterTexts.Of("Moments.Seen", language)],
        [2.1, 1.5, 2, 4.4],
        [.. findings.Select(finding => ImmutableArray.Create(
            finding.Fragment.ToString(),
            $"{matter.Sitting.WallClock(finding.From).ClockWithSeconds(language)} – {matter.Sitting.WallClock(finding.To).ClockWithSeconds(language)}",
            finding.Category.Letter is { } letter ? $"{letter}. {finding.Category.Name(language)}" : finding.Category.Name(language),
            matter.Quoted(finding.Seen)))]);

    // What was written earlier, by others, is fixed: a citizen service number in it is blotted out, or the letter could never go out.
}
