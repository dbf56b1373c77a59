using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.ProcesVerbaal;

/// <summary>The identity check with what became of a visible citizen service number, and the second review with where the two agree and differ.</summary>
internal static class ReviewSections
{
    public static Section Identity(ProcesVerbaalMatter matter, Language language)
    {
        var check = matter.Record.Identity is { } identity ? ProcesVerbaalTexts.Of(identity, language) : ProcesVerbaalTexts.Of("Identity.Unknown", language);
        var places = matter.BsnIncidents.Where(incident => incident.Track is not null)
            .Select(incident => ProcesVerbaalTexts.Of("Identity.Bsn.Place", language, RecordingTexts.Of(incident.Track!.Value, language), incident.Fragment, incident.At.InWords(language))).ToImmutableArray();
        return ProcesVerbaalWriter.Section("Heading.Identity", language,
        [
            new Paragraph(check),
            .. matter.Record.BsnVisible || !matter.BsnIncidents.IsEmpty ? ImmutableArray.Create<Block>(Text("Identity.Bsn", language)) : [],
            .. places.IsEmpty ? ImmutableArray<Block>.Empty : [new BulletList(places)],
        ]);
    }

    public static Section SecondReview(ProcesVerbaalMatter matter, Language language)
    {
        if (matter.Review is not { Opinion: { } opinion, OpinionAt: { } at }) return ProcesVerbaalWriter.Section("Heading.SecondReview", language, Text("SecondReview.Pending", language));

        return ProcesVerbaalWriter.Section("Heading.SecondReview", language,
        [
            // That the recording was watched is only said of one that was.
            Text(Coverage.AreWhole(matter.WatchedSecond) ? $"SecondReview.{opinion}" : $"SecondReview.{opinion}.Part", language, matter.Review.SecondReviewerName, at.InWords(language), matter.WatchedSecond.Shares(language)),
            .. SourceSections.SecondViewing(matter, language),
            .. Blocks.FromFreeText(matter.Review.OpinionReasons),
            .. Agreement(matter, language),
            .. Discussion(matter, language),
        ]);
    }

    private static IEnumerable<Block> Agreement(ProcesVerbaalMatter matter, Language language)
    {
        var comparison = matter.Comparison;
        if (comparison.Moments.IsEmpty) yield break;
        yield return Text("Comparison.Count", language, matter.Review.ReviewerName, matter.Review.SecondReviewerName, comparison.Moments.Length, comparison.Agreed, ReviewComparison.Near);
        if (comparison.Deviating.Select(pair => Deviation(pair, matter, language)).ToImmutableArray() is not { IsEmpty: false } deviating) yield break;

        yield return Text("Comparison.Deviating", language);
        yield return new Table(ProcesVerbaalTexts.Columns(language, "Deviation", "First", "Second"), [1.6, 4, 4], deviating);
    }

    private static ImmutableArray<string> Deviation(ComparedMarks pair, ProcesVerbaalMatter matter, Language language) =>
        [ProcesVerbaalTexts.Of($"Agreement.{pair.Agreement}", language), Mark(pair.First, matter, language), Mark(pair.Second, matter, language)];

    private static string Mark(Observation? mark, ProcesVerbaalMatter matter, Language language) => mark is null
        ? ProcesVerbaalTexts.Of("Comparison.NoMark", language)
        : ProcesVerbaalTexts.Of("Comparison.Mark", language, mark.Fragment, matter.Sitting.WallClock(mark.From).ClockWithSeconds(language), mark.Category.Name(language), mark.Seen);

    private static IEnumerable<Block> Discussion(ProcesVerbaalMatter matter, Language language)
    {
        if (matter.Remarks.IsEmpty) yield break;
        yield return Text("Comparison.Discussed", language);
        yield return new BulletList([.. matter.Remarks.Select(remark => ProcesVerbaalTexts.Of("Comparison.Remark", language, remark.ByName, remark.At.InWords(language), About(remark, matter, language), remark.Text))]);
    }

    private static string About(ReviewRemark remark, ProcesVerbaalMatter matter, Language language)
    {
        var pair = matter.Comparison.Moments.FirstOrDefault(moment => moment.Is(remark.FirstMark, remark.SecondMark));
        return (pair?.First ?? pair?.Second) is { } mark ? mark.Fragment.ToString() : ProcesVerbaalTexts.Of("Comparison.Whole", language);
    }

    private static Paragraph Text(string key, Language language, params object?[] fill) => new(ProcesVerbaalTexts.Of(key, language, fill));
}
