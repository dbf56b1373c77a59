using System.Globalization;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Features.Review;

/// <summary>The comparison of the two reviews, read afresh whenever the case has moved: the other may have said something.</summary>
public sealed partial class ComparisonPane(CaseFiles files, DiscussReview discuss)
{
    private ComparisonView? _view;
    private Answer? _refused;
    private long _read = -1;

    [Parameter, EditorRequired]
    public required CaseHead Head { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    [Parameter]
    public EventCallback<Answer> OnSaid { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_read == Head.Version) return;
        _read = Head.Version;
        _view = await files.LookAsync(Head.Id, By, file => ComparisonView.OfAsync(file, CancellationToken.None), CancellationToken.None);
    }

    private async Task<bool> SayAsync(ComparedMoment moment, string text)
    {
        // What the other has just said makes this case another version; a comment is added to and does not depend on it.
        var answer = await discuss.RunAsync(new CaseAsSeen(Head.Id, null), moment, text, By, CancellationToken.None);
        _refused = answer as Refused;
        await OnSaid.InvokeAsync(answer);
        return answer.IsDone;
    }

    private static string Number(double seconds) => seconds.ToString(CultureInfo.InvariantCulture);
}
