using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Features.Recordings;

/// <summary>A recording that came damaged, and what became of it: whoever delivered it wants to know.</summary>
public sealed record DamagedFile(string File, RecordingDamage Damage)
{
    private static readonly Texts All = new(typeof(TrackFactsTexts));

    public string Sentence(Language language) => All[$"Damaged.{Damage}", language, File];
}
