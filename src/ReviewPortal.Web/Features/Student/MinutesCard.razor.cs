using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Student;

/// <summary>What was written down of the hearing, for the student to read and to correct in words of their own.</summary>
public sealed partial class MinutesCard(ILogger<Autosave> log) : IAsyncDisposable
{
    private string _text = "";
    private bool _confirming;
    private Autosave? _autosave;

    [Parameter, EditorRequired]
    public required MyMinutes Minutes { get; set; }

    [Parameter, EditorRequired]
    public bool MayComment { get; set; }

    /// <summary>Keeps what has been written so far.</summary>
    [Parameter, EditorRequired]
    public required Func<string, Task<Answer>> Keep { get; set; }

    [Parameter]
    public EventCallback<string> OnSubmit { get; set; }

    public ValueTask DisposeAsync() => _autosave?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override void OnInitialized()
    {
        _text = Minutes.Comment;
        _autosave = new Autosave(() => Keep(_text), InvokeAsync, StateHasChanged, log);
    }

    private async Task SubmitAsync()
    {
        _confirming = false;
        if (await _autosave!.FlushAsync()) await OnSubmit.InvokeAsync(_text);
    }
}
