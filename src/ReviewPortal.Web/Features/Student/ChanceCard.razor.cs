using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Student;

/// <summary>What became of the student's chance, and the place to ask for one.</summary>
public sealed partial class ChanceCard(ILogger<Autosave> log) : IAsyncDisposable
{
    private string _text = "";
    private Autosave? _autosave;

    [Parameter, EditorRequired]
    public required RetakeChance Chance { get; set; }

    [Parameter, EditorRequired]
    public required Answer ToRequest { get; set; }

    [Parameter, EditorRequired]
    public required Func<string, Task<Answer>> Save { get; set; }

    [Parameter]
    public EventCallback<string> OnRequest { get; set; }

    /// <summary>What can be done against a refusal.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private Answer Ready => Inked.IsEmpty(_text)
        ? new Refused(CaseAction.RequestRetake, RefusalKind.Unmet) { Unmet = [Requirement.RetakeRequestWritten] }
        : ToRequest;

    public ValueTask DisposeAsync() => _autosave?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override void OnInitialized()
    {
        _text = Chance.Request;
        _autosave = new Autosave(() => Save(_text), InvokeAsync, StateHasChanged, log);
    }

    private async Task SubmitAsync()
    {
        if (await _autosave!.FlushAsync()) await OnRequest.InvokeAsync(_text);
    }
}
