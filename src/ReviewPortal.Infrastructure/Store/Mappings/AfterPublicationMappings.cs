using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReviewPortal.Core.Appeals;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.ProcesVerbaal;
using ReviewPortal.Core.Retention;

namespace ReviewPortal.Infrastructure.Store.Mappings;

internal sealed class ExaminerReportMapping : IEntityTypeConfiguration<ExaminerReport>
{
    public void Configure(EntityTypeBuilder<ExaminerReport> builder)
    {
        builder.HasKey(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClosingMapping : IEntityTypeConfiguration<Closing>
{
    public void Configure(EntityTypeBuilder<Closing> builder)
    {
        builder.HasKey(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RetakeChanceMapping : IEntityTypeConfiguration<RetakeChance>
{
    public void Configure(EntityTypeBuilder<RetakeChance> builder)
    {
        builder.HasKey(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(item => item.IsOwed);
        builder.Ignore(item => item.Runs);
        builder.ToTable(table => table.HasCheckConstraint("CK_AnswersARequest", "(\"AnsweredAt\" IS NULL AND \"Granted\" IS NULL) OR (\"RequestedAt\" IS NOT NULL AND \"Granted\" IS NOT NULL)"));
    }
}

internal sealed class TerminationProposalMapping : IEntityTypeConfiguration<TerminationProposal>
{
    public void Configure(EntityTypeBuilder<TerminationProposal> builder)
    {
        builder.HasKey(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(item => item.IsMade);
        // Nobody's enrolment ends unheard (Awb 4:8).
        builder.ToTable(table => table.HasCheckConstraint("CK_TerminatedAfterHearing", "\"Terminated\" IS NULL OR NOT \"Terminated\" OR \"Hearing\" <> ''"));
    }
}

internal sealed class FormerRoundMapping : IEntityTypeConfiguration<FormerRound>
{
    public void Configure(EntityTypeBuilder<FormerRound> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(item => new { item.Case, item.Number }).IsUnique();
    }
}

internal sealed class LetterBatchItemMapping : IEntityTypeConfiguration<LetterBatchItem>
{
    public void Configure(EntityTypeBuilder<LetterBatchItem> builder)
    {
        builder.HasKey(item => new { item.Batch, item.Case });
        builder.HasIndex(item => item.Case);
        builder.HasIndex(item => item.EndedAt);
        builder.HasOne<LetterBatch>().WithMany().HasForeignKey(item => item.Batch).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Letter>().WithMany().HasForeignKey(item => item.Letter).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(item => item.Refused);
        builder.Ignore(item => item.Why);
    }
}

internal sealed class SendingMapping : IEntityTypeConfiguration<Sending>
{
    public void Configure(EntityTypeBuilder<Sending> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Letter>().WithMany().HasForeignKey(item => item.Letter).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Representative>().WithMany().HasForeignKey(item => item.Representative).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(table => table.HasCheckConstraint("CK_FailedAfterSending", "\"FailedAt\" IS NULL OR \"FailedAt\" >= \"At\""));
    }
}

internal sealed class AppealMapping : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Letter>().WithMany().HasForeignKey(item => item.Letter).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(item => item.IsOpen);
        builder.Ignore(item => item.NextTerm);
        builder.Ignore(item => item.InterimRuns);
        builder.Ignore(item => item.Measures);
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("CK_RuledAfterReceipt", "(\"Ruling\" IS NULL AND \"RuledOn\" IS NULL) OR (\"Ruling\" IS NOT NULL AND \"RuledOn\" IS NOT NULL AND \"RuledOn\" >= \"ReceivedOn\")");
            table.HasCheckConstraint("CK_WithdrawnUnruled", "\"WithdrawnOn\" IS NULL OR (\"Ruling\" IS NULL AND \"WithdrawnOn\" >= \"ReceivedOn\")");
        });
        // One appeal at a time, whoever registers it.
        builder.HasIndex(item => item.Case, "IX_OneOpenAppeal").IsUnique().HasFilter("\"Ruling\" IS NULL AND \"WithdrawnOn\" IS NULL");
    }
}

internal sealed class HoldMapping : IEntityTypeConfiguration<Hold>
{
    public void Configure(EntityTypeBuilder<Hold> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(item => item.Lies);
        builder.ToTable(table => table.HasCheckConstraint("CK_LiftedByTwo", "\"LiftedAt\" IS NULL OR (\"LiftAskedBy\" IS NOT NULL AND \"LiftAskedBy\" <> \"LiftedBy\")"));
    }
}

internal sealed class RestrictionMapping : IEntityTypeConfiguration<Restriction>
{
    public void Configure(EntityTypeBuilder<Restriction> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(item => item.Runs);
        builder.HasIndex(item => item.Case, "IX_OneRestriction").IsUnique().HasFilter("\"EndedAt\" IS NULL");
    }
}
