using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.RateLimiting;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Access.Pages;

/// <summary>For anybody who holds a letter: was it issued, and is this file it? Static and open to strangers; it tells nothing that is not on the letter.</summary>
[EnableRateLimiting(VerifyLimit.Name)]
public sealed partial class VerifyLetterPage(LetterCheck letters, Institutions institutions)
{
    private const int HexOfSha256 = 64;
    private IssuedLetter? _issued;
    private string? _failure;

    [Parameter]
    public string? InAddress { get; set; }

    [SupplyParameterFromQuery(Name = "code")]
    private string? Typed { get; set; }

    [SupplyParameterFromQuery(Name = "sha256")]
    private string? Sha256 { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    private string? Asked => Typed ?? InAddress;

    // As it is printed, so that it can be compared with the paper.
    private string? Shown => LetterCode.Parse(Asked)?.ToString() ?? Asked;

    // A portal that nobody has given a name yet names nobody.
    private string Unknown(string institution) => Inked.IsEmpty(institution) ? Texts["Unknown.Nameless"] : Texts["Unknown", institution];

    protected override async Task OnParametersSetAsync()
    {
        if (Inked.IsEmpty(Asked))
        {
            // Whoever pressed the button with nothing in the field is told so; whoever has just come is not.
            if (Context.Request.Query.ContainsKey("code")) _failure = Texts["CodeMissing"];
            return;
        }

        if (LetterCode.Parse(Asked) is not { } code)
        {
            _failure = Texts["NoCode"];
            return;
        }

        var hash = string.Concat((Sha256 ?? "").Where(sign => !char.IsWhiteSpace(sign))).ToLowerInvariant();
        var isHash = hash.Length is HexOfSha256 && hash.All(char.IsAsciiHexDigit);
        _issued = await letters.FindAsync(code, isHash ? hash : null, Here.Language, Context.RequestAborted);
        if (_issued is null) _failure = Unknown((await institutions.OfAsync(HouseTexts.Everybody, CancellationToken.None)).Name.In(Here.Language));
        else if (hash.Length > 0 && !isHash) _failure = Texts["NoHash"];
    }
}
