using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Web.Commands;

/// <summary>Writes the decision letter of a case to a file: the published bytes in their own language, otherwise the letter as it would read.</summary>
internal static class LetterCommand
{
    public static Command Create(Func<ParseResult, PortalOptions> options)
    {
        var number = new Argument<string>("CASE") { Description = "The number of the case, such as 2026-0158" };
        var language = new Option<string>("--language") { Description = "nl or en", DefaultValueFactory = _ => "nl" };
        language.AcceptOnlyFromAmong("nl", "en");
        var output = new Option<string>("--output") { Description = "The PDF to write", Required = true };
        output.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>())) result.AddError(CommandTexts.Of("Letter.NoOutput"));
        });
        var command = new Command("letter", "Write the decision letter of a case as PDF") { number, language, output };
        command.SetAction((parsed, ct) => CommandLine.LookingAsync(
            options(parsed),
            services => WriteAsync(services, parsed.GetValue(number)!, Languages.Parse(parsed.GetValue(language)!)!.Value, parsed.GetValue(output)!, ct),
            ct));
        return command;
    }

    private static async Task<int> WriteAsync(IServiceProvider services, string number, Language language, string output, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<PortalDbs>().LookAsync(ct);
        var parsed = CaseNumber.Parse(number);
        var @case = parsed is null ? null : await db.Cases.FirstOrDefaultAsync(item => item.Number == parsed, ct);
        if (@case is null) return await RefuseAsync("Letter.NoCase", number);

        var decision = await db.Decisions.FirstOrDefaultAsync(item => item.Case == @case.Id && item.SignedAt != null, ct);
        if (decision is null) return await RefuseAsync("Letter.NoDecision", number);

        var kind = LetterKinds.Of(decision);
        var published = await db.Letters.Where(letter => letter.Case == @case.Id && letter.Kind == kind).OrderByDescending(letter => letter.PublishedAt).FirstOrDefaultAsync(ct);
        // What a letter says does not depend on who opens the file, and whoever signed it may have left.
        var reader = await db.Users.Where(user => !user.Disabled).Select(user => (Guid?)user.Id).FirstOrDefaultAsync(ct);
        if (reader is null) return await RefuseAsync("Letter.NoReader", number);

        var pdf = published?.Language == language
            ? await db.Files.Where(file => file.Sha256 == published.Sha256).Select(file => file.Content).SingleAsync(ct)
            : await services.GetRequiredService<CaseFiles>().LookAsync(
                @case.Id, new PersonId(reader.Value), file => services.GetRequiredService<DocumentPress>().Translate(file, kind, language, published?.PublishedAt), ct);
        if (pdf is null) return await RefuseAsync("Letter.NoDecision", number);

        await File.WriteAllBytesAsync(output, pdf, ct);
        await Console.Out.WriteLineAsync(CommandTexts.Of("Letter.Written", LetterTexts.Of(kind, CommandTexts.Language), output));
        return CommandLine.Ok;
    }

    private static async Task<int> RefuseAsync(string key, string number)
    {
        await Console.Error.WriteLineAsync(CommandTexts.Of(key, number));
        return CommandLine.Refused;
    }
}
