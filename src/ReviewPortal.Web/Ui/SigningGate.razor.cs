using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Access;

namespace ReviewPortal.Web.Ui;

/// <summary>Stands on a page where something is signed; the page asks it for the signature.</summary>
public sealed partial class SigningGate(StepUp stepUp, Me me, IJSRuntime js) : IAsyncDisposable
{
    private readonly string _id = "signing-" + Guid.NewGuid().ToString("N");
    private readonly SigningGateModule _module = new(js);
    private ElementReference _dialog;
    private TaskCompletionSource<bool>? _answered;
    private SigningAsk _ask;
    private ProofResult? _result;
    private string _name = "";
    private string _what = "";
    private ImmutableArray<string> _each = [];
    private string _password = "";
    private bool _opens;
    private bool _busy;

    /// <summary>Takes a step of a case that is signed. What keeps it back is said before the signature is asked, not after it: without one the step keeps nothing, and says what else it lacks.</summary>
    /// <param name="matter">What it is that is signed.</param>
    /// <param name="head">The case it is about.</param>
    /// <param name="outcome">What it decides or tells, in words.</param>
    /// <param name="step">The step on the case as it was shown when it was pressed, by who signs it: what changes while the question stands is not signed.</param>
    /// <returns>Null when they thought better of it.</returns>
    public async Task<Answer?> SignAsync(SigningMatter matter, CaseHead head, string outcome, Func<CaseAsSeen, Signatory, Task<Answer>> step)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(step);
        var seen = head.AsSeen;
        var answer = await SignAsync(Texts["What." + matter, head.Number, head.Exam, outcome.TrimEnd('.')], [], by => step(seen, by), unsigned => unsigned is Refused { Unmet: [Requirement.SignedAfresh] });
        return answer is Refused { Unmet.Length: > 1 } lacks ? lacks with { Unmet = lacks.Unmet.Remove(Requirement.SignedAfresh) } : answer;
    }

    /// <summary>Takes any step that is signed, in the same way.</summary>
    /// <param name="what">What is signed, in one plain sentence.</param>
    /// <param name="each">Where it is one signature for more than a sentence can name: every one of them.</param>
    /// <param name="step">The step, by who signs it. Without a signature it keeps nothing.</param>
    /// <param name="lacksThatAlone">Whether nothing but the signature keeps it back.</param>
    /// <returns>Null when they thought better of it.</returns>
    public async Task<T?> SignAsync<T>(string what, ImmutableArray<string> each, Func<Signatory, Task<T>> step, Func<T, bool> lacksThatAlone)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(lacksThatAlone);
        var unsigned = await step(Signatory.Unproven(await me.IdAsync()));
        if (!lacksThatAlone(unsigned)) return unsigned;
        return await SignAsync(what, each) is { } signature ? await step(signature) : null;
    }

    /// <summary>The signature, once who signs has shown to be who they are.</summary>
    /// <param name="what">What is signed, in one plain sentence: which document, of which case, saying what.</param>
    /// <param name="each">Where it is one signature for more than a sentence can name: every one of them, folded away below it.</param>
    /// <returns>Null when they thought better of it.</returns>
    public async Task<Signatory?> SignAsync(string what, params ImmutableArray<string> each)
    {
        // The words a page refuses a second signature with come from the first: one question at a time.
        _answered?.TrySetResult(false);
        var ask = await stepUp.AskAsync();
        if (ask is not SigningAsk.Nothing)
        {
            (_ask, _what, _each, _result, _password, _name, _opens) = (ask, what, each, null, "", (await me.WhoAsync()).Name, true);
            var answered = _answered = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            StateHasChanged();
            if (!await answered.Task) return null;
        }

        return await stepUp.SignatureAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _answered?.TrySetResult(false);
        await _module.DisposeAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_opens) return;
        _opens = false;
        await _module.OpenAsync(_dialog);
    }

    private async Task ConfirmAsync()
    {
        if (_busy) return;
        _busy = true;
        try
        {
            _result = await stepUp.ProveAsync(_ask is SigningAsk.Password ? _password : null);
            _password = "";
            if (_result is ProofResult.Good) await CloseAsync(true);
        }
        finally
        {
            _busy = false;
        }
    }

    private Task LeaveAsync() => CloseAsync(false);

    private async Task CloseAsync(bool signs)
    {
        (_ask, _password) = (SigningAsk.Nothing, "");
        await _module.CloseAsync(_dialog);
        _answered?.TrySetResult(signs);
    }
}

/// <summary>What can be signed in a case.</summary>
public enum SigningMatter
{
    Report,
    Decision,
    CoSignature,
    Publication,
    Printing,
    Proposal,
    Enrolment,
    Reconsideration,
    Objection,
    ExtraChance,
    Correction,
    Resending,
    PrintingAgain,
}

/// <summary>Opens and closes the dialog of the browser.</summary>
public sealed class SigningGateModule(IJSRuntime js) : JsModule(js, "./Ui/SigningGate.razor.js")
{
    public ValueTask OpenAsync(ElementReference dialog) => CallAsync("open", dialog);

    public ValueTask CloseAsync(ElementReference dialog) => CallAsync("close", dialog);
}
