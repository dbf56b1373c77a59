using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Web.Features.Review;

/// <summary>One signal and the answer a named person gives to it.</summary>
public sealed partial class SignalItem
{
    private ElementReference _field;
    private bool _rejecting;
    private bool _focus;
    private string _reason = "";

    [Parameter, EditorRequired]
    public required SignalRow Row { get; set; }

    [Parameter, EditorRequired]
    public bool CanWork { get; set; }

    /// <summary>A mark rests on it: the answer goes when the mark goes.</summary>
    [Parameter]
    public bool IsMarked { get; set; }

    [Parameter]
    public EventCallback<SignalRow> OnConfirm { get; set; }

    [Parameter]
    public EventCallback<(SignalRow Row, string Reason)> OnReject { get; set; }

    [Parameter]
    public EventCallback<SignalRow> OnWithdraw { get; set; }

    /// <summary>Where does it come from?</summary>
    [Parameter]
    public EventCallback<SignalRow> OnDetails { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_focus) return;
        _focus = false;
        await _field.FocusAsync();
    }

    private void Ask() => _rejecting = _focus = true;

    private async Task RejectAsync()
    {
        if (Inked.IsEmpty(_reason)) return;
        _rejecting = false;
        await OnReject.InvokeAsync((Row, _reason));
    }

    private async Task PressedAsync(KeyboardEventArgs press)
    {
        if (press.Key is "Enter") await RejectAsync();
        else if (press.Key is "Escape") _rejecting = false;
    }
}
