using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Review;

/// <summary>The stage in the browser: player, timeline, keys and the counting of what was watched.</summary>
public sealed class ReviewStageModule(IJSRuntime js) : JsModule(js, "./Features/Review/ReviewStage.razor.js")
{
    public ValueTask OpenAsync(ElementReference root, StageSetup setup, DotNetObjectReference<ReviewStage> page) => CallAsync("open", root, setup, page);

    public ValueTask ShowMarksAsync(ElementReference root, IReadOnlyList<MarkBar> marks) => CallAsync("showMarks", root, marks);

    public ValueTask ShowSignalsAsync(ElementReference root, string address) => CallAsync("showSignals", root, address);

    public ValueTask FollowSignalsAsync(ElementReference root, bool follow) => CallAsync("followSignals", root, follow);

    public ValueTask AllowWorkAsync(ElementReference root, bool allowed) => CallAsync("allowWork", root, allowed);

    /// <summary>Tells at once what was watched and has not been told yet.</summary>
    public ValueTask TellWatchedAsync(ElementReference root) => CallAsync("tellWatched", root);

    /// <summary>Seconds from the sitting's start.</summary>
    public ValueTask<double> TimeAsync(ElementReference root) => CallAsync<double>("time", root);

    /// <returns>What was watched and has not been told yet.</returns>
    public ValueTask<Played[]> CloseAsync(ElementReference root) => CallAsync<Played[]>("close", root);
}
