using System.Collections.Immutable;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Review;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.ProcesVerbaal;

/// <summary>With which signals and messages a moment is linked: where it comes from, and what was said of it at the time.</summary>
internal static class MarkLinks
{
    public static IEnumerable<Block> Of(ImmutableArray<Observation> marks, ProcesVerbaalMatter matter, Language language)
    {
        var lines = marks.Select(mark => Line(mark, matter, language)).OfType<string>().ToImmutableArray();
        if (lines.IsEmpty) yield break;
        yield return new Paragraph(ProcesVerbaalTexts.Of("Links.Intro", language));
        yield return new BulletList(lines);
    }

    private static string? Line(Observation mark, ProcesVerbaalMatter matter, Language language)
    {
        var signals = matter.LinkedSignals.Where(signal => mark.Signals.Contains(signal.Id) || signal.Id == mark.FromSignal)
            .Select(signal => (signal.At, Text: Text(signal.Id == mark.FromSignal ? "Links.Origin" : "Links.Signal", signal.At, RecordingTexts.Of(signal.Source, language), signal.Text)));
        var messages = matter.Messages.Where(message => mark.Messages.Contains(message.Id))
            .Select(message => (message.At, Text: Text("Links.Message", message.At, RecordingTexts.Of(message.From, language), message.Text)));
        var linked = signals.Concat(messages).OrderBy(item => item.At).Select(item => item.Text).ToArray();
        return linked.Length is 0 ? null : $"{mark.Fragment}: {string.Join("; ", linked)}";

        string Text(string key, double at, string what, string words) =>
            ProcesVerbaalTexts.Of(key, language, Timecode.Of(at), matter.Sitting.WallClock(at).ClockWithSeconds(language), what, words);
    }
}
