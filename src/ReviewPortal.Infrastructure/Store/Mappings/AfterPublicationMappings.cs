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
    }
}

internal sealed class TerminationProposalMapping : IEntityTypeConfiguration<TerminationProposal>
{
    public void Configure(EntityTypeBuilder<TerminationProposal> builder)
    {
        builder.HasKey(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
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

internal sealed class SendingMapping : IEntityTypeConfiguration<Sending>
{
    public void Configure(EntityTypeBuilder<Sending> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Letter>().WithMany().HasForeignKey(item => item.Letter).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AppealMapping : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> builder)
    {
        builder.HasKey(item => item.Id);
        builder.HasIndex(item => item.Case);
        builder.HasOne<Case>().WithMany().HasForeignKey(item => item.Case).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(item => item.IsOpen);
        builder.Ignore(item => item.NextTerm);
        builder.Ignore(item => item.InterimRuns);
        builder.Ignore(item => item.Measures);
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
    }
}
