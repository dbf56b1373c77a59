using Microsoft.Extensions.Localization;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Review;

/// <summary>The words the stage in the browser says by itself.</summary>
public sealed record StageTexts(
    string Play, string Pause, string Waiting, string Effective, string Hurries, string QuickOn, string QuickOff, string Signals, string AllSeen, string NoFrame, string NoFrames, IReadOnlyList<string> Sources, string Signal, string OtherKinds)
{
    public static StageTexts Of(IStringLocalizer<ReviewPageTexts> texts, IStringLocalizer<SignalTexts> signals)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(signals);
        return new(
            texts["Play"], texts["Pause"], texts["Waiting"], texts["Effective"], texts["Hurries"], texts["Quick.On"], texts["Quick.Off"], texts["Signals.Here"], texts["AllSeen"], texts["NoFrame"], texts["Stage.NoFrames"],
            [.. Enum.GetValues<SignalSource>().Select(source => RecordingTexts.Of(source, Here.Language))], signals["One"], signals["OtherKinds"]);
    }
}
