using System.Collections.Immutable;
using System.Globalization;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.ProcesVerbaal;

/// <summary>Writes the proces-verbaal: facts first and apart, the inference by itself, nothing that is a verdict.</summary>
public static class ProcesVerbaalWriter
{
    public static Document Write(ProcesVerbaalMatter matter, Language language)
    {
        ArgumentNullException.ThrowIfNull(matter);
        var date = Amsterdam.DateOf(matter.Record.SignedAt ?? matter.Sitting.End);
        return new Document(
            Title: Text("Title", matter.Number, matter.Exam.Title),
            language,
            new DocumentHead(
                Sender: [matter.Institution, Text("Sender")],
                Addressee: [Text("To"), matter.Board, Text("ToExaminer", matter.Exam.Examiner)],
                Facts:
                [
                    new(Text("Number"), matter.Number.ToString()),
                    new(Text("Date"), matter.Record.IsSigned ? date.InWords(language) : Text("NotSigned")),
                    new(Text("Exam"), $"{matter.Exam.Title} ({matter.Exam.Code})"),
                    new(Text("Course"), matter.Exam.Course),
                    new(Text("Sitting"), Text("SittingValue", Amsterdam.DateOf(matter.Sitting.Start).WithWeekday(language), matter.Sitting.Start.ClockWithSeconds(language), matter.Sitting.End.ClockWithSeconds(language))),
                    new(Text("SittingId"), matter.Sitting.Id.ToString()),
                    new(Text("Candidate"), matter.Sitting.Pseudonym),
                ]),
            Summary: null,
            [.. Sections().Where(section => !section.Blocks.IsEmpty)],
            Footer: $"{Text("Subject.Footer")} · {matter.Number}")
        {
            Heading = Text("SubjectValue"),
        };

        string Text(string key, params object?[] fill) => ProcesVerbaalTexts.Of(key, language, fill);

        IEnumerable<Section> Sections() =>
        [
            SourceSections.WhoWatchedWhat(matter, language),
            SourceSections.Sources(matter, language),
            Observations(matter, language),
            Messages(matter, language),
            Exculpatory(matter, language),
            ExhibitSections.Of(matter, language),
            Instruction(matter, language),
            SourceSections.Signals(matter, language),
            ReviewSections.Identity(matter, language),
            Inference(matter, language),
            ReviewSections.SecondReview(matter, language),
            Signature(matter, language),
        ];
    }

    private static Section Observations(ProcesVerbaalMatter matter, Language language)
    {
        var marks = matter.Observations.Where(mark => mark.Category.CanBeReported && mark.IsComplete).OrderBy(mark => mark.From).ToImmutableArray();
        return Section("Heading.Observations", language,
        [
            new Paragraph(ProcesVerbaalTexts.Of("Observations.Intro", language, matter.Sitting.Start.ClockWithSeconds(language))),
            new Table(
                ProcesVerbaalTexts.Columns(language, "Moment", "Clock", "Category", "Seen", "Origin"),
                [1.9, 1.5, 1.7, 3.9, 1.3],
                [.. marks.Select(mark => Row(mark, matter, language))]),
            .. marks.IsEmpty ? ImmutableArray<Block>.Empty : [new Paragraph(ProcesVerbaalTexts.Of("Observations.Catalogue", language, CataloguesOf(marks, language)))],
            .. MarkLinks.Of(marks, matter, language),
        ]);
    }

    // Almost always one; a review that was going on when the catalogue changed has two.
    private static string CataloguesOf(IEnumerable<Observation> marks, Language language) =>
        marks.Select(mark => mark.Catalogue).Distinct().Order(StringComparer.Ordinal).Select(version => DateOnly.ParseExact(version, "O", CultureInfo.InvariantCulture).InWords(language)).Enumerate(language);

    private static ImmutableArray<string> Row(Observation mark, ProcesVerbaalMatter matter, Language language) =>
    [
        Moment(mark, matter, language),
        $"{matter.Sitting.WallClock(mark.From).ClockWithSeconds(language)} – {matter.Sitting.WallClock(mark.To).ClockWithSeconds(language)}",
        mark.Category.Letter is { } letter ? $"{letter}. {mark.Category.Name(language)}" : mark.Category.Name(language),
        mark.Seen,
        $"{ProcesVerbaalTexts.Of(mark.FromSignal is null ? "Origin.Own" : "Origin.Signal", language)}{ExhibitSections.NumbersOf(mark, matter, language, "; {0}")}",
    ];

    // How long, and which tracks show it: where none does, the mark is about the gap.
    private static string Moment(Observation mark, ProcesVerbaalMatter matter, Language language)
    {
        var tracks = matter.Recordings.Where(file => file.Recorded.Fragments.Any(stretch => stretch.Overlaps(mark.Fragment))).Select(file => file.Role).Distinct().Order().Select(role => RecordingTexts.Of(role, language)).ToArray();
        return ProcesVerbaalTexts.Of("MomentValue", language, mark.Fragment, Math.Round(mark.Fragment.Seconds, 1), tracks.Length is 0 ? ProcesVerbaalTexts.Of("MomentValue.NoTrack", language) : tracks.Enumerate(language));
    }

    private static Section Messages(ProcesVerbaalMatter matter, Language language) =>
        Section("Heading.Messages", language, matter.Messages.IsEmpty
            ? new Paragraph(ProcesVerbaalTexts.Of("Messages.None", language))
            : new BulletList([.. matter.Messages.Select(line =>
                $"{Timecode.Of(line.At)} ({matter.Sitting.WallClock(line.At).ClockWithSeconds(language)}) {RecordingTexts.Of(line.From, language)}: “{line.Text}”")]));

    private static Section Exculpatory(ProcesVerbaalMatter matter, Language language)
    {
        var marks = matter.Observations.Where(mark => mark.Category.Kind is GroundKind.Exculpatory && mark.IsComplete).OrderBy(mark => mark.From).ToImmutableArray();
        var written = Blocks.FromFreeText(matter.Record.Exculpatory);
        if (marks.IsEmpty && written.IsEmpty) return Section("Heading.Exculpatory", language, new Paragraph(ProcesVerbaalTexts.Of("Exculpatory.None", language)));

        return Section("Heading.Exculpatory", language,
            [.. !marks.IsEmpty ? ImmutableArray.Create<Block>(new BulletList([.. marks.Select(mark => $"{mark.Fragment}: {mark.Seen}{ExhibitSections.NumbersOf(mark, matter, language, " ({0})")}")])) : [], .. MarkLinks.Of(marks, matter, language), .. written]);
    }

    private static Section Instruction(ProcesVerbaalMatter matter, Language language)
    {
        var aids = matter.Exam.AllowedAids.IsEmpty
            ? ProcesVerbaalTexts.Of("Instruction.NoAids", language)
            : ProcesVerbaalTexts.Of("Instruction.Aids", language, matter.Exam.AllowedAids.Enumerate(language));
        if (matter.Exam.Instruction(matter.Record.InstructionId) is not { } instruction)
            return Section("Heading.Instruction", language, new Paragraph(ProcesVerbaalTexts.Of("Instruction.None", language)), new Paragraph(aids));

        var proof = instruction.DeliveredAt is { } delivered
            ? ProcesVerbaalTexts.Of("Instruction.Delivered", language, delivered.InWords(language))
            : ProcesVerbaalTexts.Of("Instruction.NoProof", language);
        return Section("Heading.Instruction", language,
            new Quotation(language is Language.English ? instruction.English : instruction.Dutch), new Paragraph(proof), new Paragraph(aids));
    }

    private static Section Inference(ProcesVerbaalMatter matter, Language language)
    {
        if (matter.Record.Suspicion is not { } suspicion) return Section("Heading.Inference", language);

        var perMark = matter.Observations.Where(mark => mark.Category.CanBeReported && mark.Inference.Length > 0)
            .Select(mark => $"{mark.Fragment}: {mark.Inference}").ToImmutableArray();
        return Section("Heading.Inference", language,
        [
            new Paragraph(ProcesVerbaalTexts.Of("Inference.Intro", language)),
            new Paragraph(ProcesVerbaalTexts.Of(suspicion, language)),
            .. Blocks.FromFreeText(matter.Record.Inference),
            .. perMark.IsEmpty ? ImmutableArray<Block>.Empty : [new BulletList(perMark)],
        ]);
    }

    private static Section Signature(ProcesVerbaalMatter matter, Language language) => Section("Heading.Signature", language,
        new Paragraph(ProcesVerbaalTexts.Of("Signature.Recipients", language)),
        new Signatures([new(
            ProcesVerbaalTexts.Of("Signature.Capacity", language),
            matter.Record.SignedByName ?? matter.Review.ReviewerName,
            matter.Record.SignedAt is { } signed ? ProcesVerbaalTexts.Of("Signature.At", language, signed.InWords(language)) : ProcesVerbaalTexts.Of("NotSigned", language))]));

    internal static Section Section(string heading, Language language, params Block[] blocks) => new(ProcesVerbaalTexts.Of(heading, language), [.. blocks]);
}
