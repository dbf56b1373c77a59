using System.Globalization;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.ProcesVerbaal;

/// <summary>The frames beside the marks, as annexes with all that is needed to find each in its recording again.</summary>
internal static class ExhibitSections
{
    public static Section Of(ProcesVerbaalMatter matter, Language language) => matter.Exhibits.IsEmpty
        ? ProcesVerbaalWriter.Section("Heading.Exhibits", language)
        : ProcesVerbaalWriter.Section("Heading.Exhibits", language,
            [new Paragraph(Text("Exhibits.Intro", language)), .. matter.Exhibits.Select(shown => Of(shown, matter, language))]);

    /// <summary>"bijlage 1 en 2", set in the given form; nothing when the mark has none.</summary>
    public static string NumbersOf(Observation mark, ProcesVerbaalMatter matter, Language language, string form)
    {
        var numbers = matter.Exhibits.Where(shown => shown.Exhibit.Mark == mark.Id).Select(shown => shown.Number.ToString(CultureInfo.InvariantCulture)).ToArray();
        return numbers.Length is 0 ? "" : string.Format(CultureInfo.InvariantCulture, form, Text("Exhibits.Numbers", language, numbers.Enumerate(language)));
    }

    private static Block Of(ShownExhibit shown, ProcesVerbaalMatter matter, Language language)
    {
        var exhibit = shown.Exhibit;
        var mark = matter.Observations.FirstOrDefault(item => item.Id == exhibit.Mark);
        var (track, at) = (RecordingTexts.Of(exhibit.Role, language), Timecode.Of(exhibit.At));
        var masks = exhibit.Masks.IsEmpty ? null : Text("Exhibits.Masked", language, exhibit.Masks.Select(mask => mask.Reason).Distinct().Order().Select(reason => Text($"Mask.{reason}", language)).Enumerate(language));
        var title = Text("Exhibits.Title", language, shown.Number, track, at, matter.Sitting.WallClock(exhibit.At).ClockWithSeconds(language));
        var taken = Text("Exhibits.Taken", language, exhibit.ByName, exhibit.TakenAt.InWords(language), matter.Recordings.FirstOrDefault(file => file.Id == exhibit.Recording)?.File ?? exhibit.Recording.ToString());
        string[] caption = [title, taken, .. masks is null ? Array.Empty<string>() : [masks], Text("Exhibits.Sha256", language, exhibit.Sha256), .. shown.Sha256 is { } copy ? [Text("Exhibits.MaskedSha256", language, copy)] : Array.Empty<string>()];
        if (shown.Png is not { } png) return new BulletList([.. caption, Text("Exhibits.Gone", language)]);
        return new Figure(Text("Exhibits.Alternative", language, shown.Number, track, at, mark?.Seen ?? ""), [.. caption], exhibit.Width, exhibit.Height, png);
    }

    private static string Text(string key, Language language, params object?[] fill) => ProcesVerbaalTexts.Of(key, language, fill);
}
