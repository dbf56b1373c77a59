using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Commands;

/// <summary>Writes a letter of a case to a file: the published bytes in their own language, otherwise the letter as it would read.</summary>
internal static class LetterCommand
{
    public static Command Create(Func<ParseResult, PortalOptions> options)
    {
        var number = new Argument<string>("CASE") { Description = "The number of the case, such as 2026-0158" };
        var language = new Option<string>("--language") { Description = "nl or en", DefaultValueFactory = _ => "nl" };
        language.AcceptOnlyFromAmong("nl", "en");
        var kind = new Option<string>("--kind") { Description = "Which letter: the last one of this kind", DefaultValueFactory = _ => Name(LetterSubject.Decision) };
        kind.AcceptOnlyFromAmong([.. Enum.GetValues<LetterSubject>().Except([LetterSubject.Facility]).Select(Name)]);
        var output = new Option<string>("--output") { Description = "The PDF to write", Required = true };
        output.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>())) result.AddError(CommandTexts.Of("Letter.NoOutput"));
        });
        var command = new Command("letter", "Write the decision letter of a case, or another letter in it, as PDF") { number, kind, language, output };
        command.SetAction((parsed, ct) => CommandLine.LookingAsync(
            options(parsed),
            services => WriteAsync(services, parsed.GetValue(number)!, Enum.Parse<LetterSubject>(parsed.GetValue(kind)!, ignoreCase: true), Languages.Parse(parsed.GetValue(language)!)!.Value, parsed.GetValue(output)!, ct),
            ct));
        return command;
    }

    private static async Task<int> WriteAsync(IServiceProvider services, string number, LetterSubject subject, Language language, string output, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<PortalDbs>().LookAsync(ct);
        var parsed = CaseNumber.Parse(number);
        var @case = parsed is null ? null : await db.Cases.FirstOrDefaultAsync(item => item.Number == parsed, ct);
        if (@case is null) return await RefuseAsync("Letter.NoCase", number);

        var decision = subject is LetterSubject.Decision ? await db.Decisions.FirstOrDefaultAsync(item => item.Case == @case.Id && item.SignedAt != null, ct) : null;
        if (subject is LetterSubject.Decision && decision is null) return await RefuseAsync("Letter.NoDecision", number);

        // A decision can be read before it is published; everything else exists from the step on with which it went out.
        LetterKind[] kinds = decision is null ? [.. LetterKinds.About(subject)] : [LetterKinds.Of(decision), LetterKinds.Of(decision, proposes: true)];
        var published = await db.Letters.Where(letter => letter.Case == @case.Id && kinds.Contains(letter.Kind)).OrderByDescending(letter => letter.PublishedAt).FirstOrDefaultAsync(ct);
        if (published is null && decision is null) return await RefuseAsync("Letter.NoneOfThisKind", number);

        // What a letter says does not depend on who opens the file, and whoever signed it may have left.
        var reader = await db.Users.Where(user => !user.Disabled).Select(user => (Guid?)user.Id).FirstOrDefaultAsync(ct);
        if (reader is null) return await RefuseAsync("Letter.NoReader", number);

        var kind = published?.Kind ?? kinds[0];
        var pdf = published?.Language == language
            ? await db.Files.Where(file => file.Sha256 == published.Sha256).Select(file => file.Content).SingleAsync(ct)
            : await services.GetRequiredService<CaseFiles>().LookAsync(
                @case.Id, new PersonId(reader.Value), file => services.GetRequiredService<DocumentPress>().TranslateAsync(file, kind = published?.Kind ?? file.DecisionKind, language, published, ct), ct);
        if (pdf is null) return await RefuseAsync("Letter.NotHeld", number);

        await File.WriteAllBytesAsync(output, pdf, ct);
        await Console.Out.WriteLineAsync(CommandTexts.Of("Letter.Written", LetterTexts.Of(kind, CommandTexts.Language), output));
        return CommandLine.Ok;
    }

    private static string Name(LetterSubject subject) => subject.ToString().ToLowerInvariant();

    private static async Task<int> RefuseAsync(string key, string number)
    {
        await Console.Error.WriteLineAsync(CommandTexts.Of(key, number));
        return CommandLine.Refused;
    }
}
