using System.Text.Json;
using Microsoft.AspNetCore.Components;
using ReviewPortal.Core.Calendar;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Features.Letters;

/// <summary>The letters that the secretary sends beside the procedure: a correction, and the proces-verbaal to somebody who was not invited.</summary>
public sealed partial class LetterKindCards(CorrectLetter correct, SendProcesVerbaal report)
{
    private string _wrong = "";
    private bool _newTerm;
    private bool _unchanged;
    private bool _quoted = true;
    private bool _notAsked;
    private SigningGate? _gate;

    [Parameter, EditorRequired]
    public required LettersView View { get; set; }

    // Until somebody chooses: the last one.
    private Guid Letter { get => field == Guid.Empty ? Correctable.First().Id : field; set; }

    private IEnumerable<SentLetter> Correctable => View.Sent.Where(letter => letter.Kind.IsOfTheBoard() && !Sending.WereSetAside(letter.Ways));

    protected override void OnInitialized() => _notAsked = View.WithoutView;

    private string Beside => _wrong.Length is 0 && !_newTerm && !_unchanged ? "" : JsonSerializer.Serialize(Named(default));

    private void Restore(string beside)
    {
        var mistake = JsonSerializer.Deserialize<Mistake>(beside)!;
        (_wrong, _newTerm, _unchanged) = (mistake.Wrong, mistake.NewTerm, mistake.OutcomeUnchanged);
        if (Correctable.Any(letter => letter.Id == mistake.Letter)) Letter = mistake.Letter;
    }

    private Answer To(CaseAction action) => View.ToPrepare[action];

    private async Task CorrectAsync(StepInput input)
    {
        var mistake = Named(input);
        var corrected = Correctable.First(letter => letter.Id == mistake.Letter);
        var signed = Texts["Correct.Signs", LetterTexts.Of(corrected.Kind, Here.Language), Amsterdam.DateOf(corrected.At).InWords(Here.Language), mistake.Right.Trim()];
        await SignedAsync(_gate!.SignAsync(SigningMatter.Correction, Head, signed, (seen, by) => correct.RunAsync(seen, mistake, by, default)));
    }

    private async Task<Document?> DrawAsync(StepInput input)
    {
        var mistake = Named(input);
        var quoted = await correct.IsQuotedAsync(Head.Id, mistake, By, default);
        if (quoted != _quoted)
        {
            _quoted = quoted;
            StateHasChanged();
        }

        return quoted ? await correct.DrawAsync(Head.Id, mistake, By, default) : null;
    }

    private Mistake Named(StepInput input) => new(Letter, _wrong, input.Text ?? "", _newTerm, _unchanged);
}
